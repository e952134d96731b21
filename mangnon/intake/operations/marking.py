"""The sender's own file going back with its faulty cells marked, to be corrected where it was made and sent again."""

from collections.abc import Iterator
from datetime import datetime
from itertools import batched, islice
from typing import NamedTuple

from django.db import transaction
from django.db.models import Func, IntegerField, Max, Q

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.documents import queries as documents
from mangnon.intake import formats, queries
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations.receive import MEDIA_TYPES, subject_of
from mangnon.intake.rules import marking
from mangnon.intake.vocabulary import WAITING, RowState, Severity
from mangnon.lib import tables, vietnamese
from mangnon.lib.copying import among
from mangnon.lib.refusals import Refusal

SIZE = 2_000  # rows looked at together
MOST = 100_000  # rows marked in one file
SUFFIX = " (đã đánh dấu)"


class NothingToMark(Refusal):
    """No row of the list waits for anybody."""


class MarkedFile(NamedTuple):
    """The file as it is given back."""

    name: str
    media_type: str
    content: bytes


@transaction.atomic
def mark_file(*, batch_id: int, by: Actor, at: datetime) -> MarkedFile:
    """The very file that was sent: faulty cells marked, what to do in a column of its own, corrections made here written in.

    Sent again it is the same list. Raises NothingToMark, tables.UnreadableFile.
    """
    batch = queries.batch(by, batch_id)
    waiting = queries.rows(batch, states=WAITING).count()
    if not waiting:
        raise NothingToMark(f"Danh sách số {batch.pk} không còn dòng nào cần sửa.")
    content = bytes(documents.stored_file(batch.file_id).content)
    marked = tables.mark(content, name=batch.file_name, sheets=[_sheet(batch, waiting)])
    ending = tables.ending(batch.file_name, marked.kind)
    stem = batch.file_name[: batch.file_name.rfind(".")] if "." in batch.file_name else batch.file_name
    audit.record(act=Act.FILE_DOWNLOADED, subject=subject_of(batch), by=by, at=at, details={"rows": waiting})
    return MarkedFile(f"{stem.removesuffix(SUFFIX)}{SUFFIX}{ending}", MEDIA_TYPES.get(ending, MEDIA_TYPES[".csv"]), marked.content)


def _sheet(batch: Batch, waiting: int) -> tables.SheetMarks:
    names = {column.field: column.title for column in formats.named(batch.format_code).columns}
    heading = marking.Heading(batch.titles, batch.places, batch.encodings, names)
    widest = batch.rows.aggregate(n=Max(Func("raw", function="jsonb_array_length", output_field=IntegerField())))["n"] or 0
    said = f"còn {vietnamese.number(waiting)} dòng"
    return tables.SheetMarks(
        sheet=batch.sheet, heading=batch.heading_row, width=widest if widest > len(batch.titles) else heading.width,
        title=tables.own_title(said if waiting <= MOST else f"{said}, đánh dấu {vietnamese.number(MOST)} dòng đầu"),
        legend=marking.LEGEND, rows=islice(_rows(batch, heading), MOST),
    )  # fmt: skip


def _rows(batch: Batch, heading: marking.Heading) -> Iterator[tables.RowMarks]:
    """The rows that wait, and those corrected here, in the order of the sheet."""
    wanted = Q(state__in=WAITING) | (Q(state__in=[RowState.READY, RowState.ENROLLED]) & ~Q(corrections={}))
    for rows in batched(queries.rows(batch).filter(wanted).iterator(SIZE), SIZE):
        found = _findings(batch, rows)
        for row in rows:
            mine = found.get(row.pk, []) if row.state in WAITING else []
            yield marking.row(row.number, queries.typed_cells(batch, row), row.corrections, mine, heading)


def _findings(batch: Batch, rows: tuple[Row, ...]) -> dict[int, list[RowFinding]]:
    found: dict[int, list[RowFinding]] = {}
    standing = queries.findings(batch, severities=[Severity.MUST_FIX, Severity.QUESTION])
    for finding in standing.filter(row__in=among([row.pk for row in rows])):
        found.setdefault(finding.row_id, []).append(finding)
    return found

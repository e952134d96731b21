"""The sender's own file going back with its faulty cells marked, to be corrected where it was made and sent again."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import batched, chain, groupby, islice
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
from mangnon.intake.records import Block
from mangnon.intake.rules import marking, numbering
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
    marked = tables.mark(content, name=batch.file_name, sheets=_sheets(batch, waiting))
    ending = tables.ending(batch.file_name, marked.kind)
    stem = batch.file_name[: batch.file_name.rfind(".")] if "." in batch.file_name else batch.file_name
    audit.record(act=Act.FILE_DOWNLOADED, subject=subject_of(batch), by=by, at=at, details={"rows": waiting})
    return MarkedFile(f"{stem.removesuffix(SUFFIX)}{SUFFIX}{ending}", MEDIA_TYPES.get(ending, MEDIA_TYPES[".csv"]), marked.content)


def _sheets(batch: Batch, waiting: int) -> Iterator[tables.SheetMarks]:
    """The marks of each sheet of the list. Our column stands right of everything in it, beside its first heading."""
    said = f"còn {vietnamese.number(waiting)} dòng"
    title = tables.own_title(said if waiting <= MOST else f"{said}, đánh dấu {vietnamese.number(MOST)} dòng đầu")
    left = MOST

    def limited(rows: Iterable[tables.RowMarks]) -> Iterator[tables.RowMarks]:
        nonlocal left
        for row in islice(rows, left):
            left -= 1
            yield row

    for sheet, found in groupby(batch.blocks, key=lambda block: block.sheet):
        blocks = list(found)
        strands = [_Strand(batch, strand) for strand in dict.fromkeys(block.strand for block in blocks)]
        widths = [strand.width for strand in strands] + [_heading(batch, block).width for block in blocks]
        rows = limited(_one_a_line(merge(*strands, key=lambda row: row.number)))
        if (first := next(rows, None)) is not None:
            yield tables.SheetMarks(
                sheet=sheet, heading=min(block.heading_row for block in blocks), width=max(widths), title=title, legend=marking.LEGEND,
                rows=chain([first], rows),
            )  # fmt: skip


def _heading(batch: Batch, block: Block) -> marking.Heading:
    names = {column.field: column.title for column in formats.named(batch.format_code).columns}
    return marking.Heading(block.titles, block.places, block.encodings, names)


class _Strand:
    """The rows of tables under one another that wait, and those corrected here, from the top."""

    def __init__(self, batch: Batch, strand: int) -> None:
        self.batch = batch
        within = Q(number__gt=numbering.number(strand, 0), number__lte=numbering.number(strand + 1, 0))
        wanted = Q(state__in=WAITING) | (Q(state__in=[RowState.READY, RowState.ENROLLED]) & ~Q(corrections={}))
        self.rows, self.all = queries.rows(batch).filter(within & wanted), batch.rows.filter(within)
        self.headings = {block.heading_row: _heading(batch, block) for block in batch.blocks if block.strand == strand}

    @property
    def width(self) -> int:
        """The last column a row of it has something in."""
        longest = Max(Func("raw", function="jsonb_array_length", output_field=IntegerField()))
        widest = self.all.aggregate(n=longest)["n"] or 0
        titles = max(len(heading.titles) for heading in self.headings.values())
        return widest if widest > titles else 0  # a row no longer than its titles says no more than they do

    def __iter__(self) -> Iterator[tables.RowMarks]:
        for rows in batched(self.rows.iterator(SIZE), SIZE):
            found = _findings(self.batch, rows)
            for row in rows:
                mine = found.get(row.pk, []) if row.state in WAITING else []
                heading = self.headings[self.batch.block_of(row.number).heading_row]
                yield marking.row(row.line, queries.typed_cells(self.batch, row), row.corrections, mine, heading)


def _one_a_line(rows: Iterable[tables.RowMarks]) -> Iterator[tables.RowMarks]:
    """Rows of tables beside one another that stand on one line are marked as one."""
    for number, found in groupby(rows, key=lambda row: row.number):
        same = list(found)
        yield tables.RowMarks(number, "\n".join(row.note for row in same), tuple(cell for row in same for cell in row.cells))


def _findings(batch: Batch, rows: tuple[Row, ...]) -> dict[int, list[RowFinding]]:
    found: dict[int, list[RowFinding]] = {}
    standing = queries.findings(batch, severities=[Severity.MUST_FIX, Severity.QUESTION])
    for finding in standing.filter(row__in=among([row.pk for row in rows])):
        found.setdefault(finding.row_id, []).append(finding)
    return found

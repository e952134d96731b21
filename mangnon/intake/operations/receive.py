"""Taking in a file: kept as it came, read, every row stored and checked; all of it or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.institutions import queries as institutions
from mangnon.intake import checks, formats
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import contexts
from mangnon.intake.records import Context, Finding, Heading, ReadRow
from mangnon.intake.rules import columns, listing, reading
from mangnon.intake.rules import heading as headings
from mangnon.intake.vocabulary import RowState, Severity
from mangnon.lib import calendar, tables
from mangnon.lib.copying import new_keys, write_new
from mangnon.lib.refusals import Refusal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class NoHeading(Refusal):
    """No row of the file names the columns this kind of list needs."""


class NoChildren(Refusal):
    """Under the heading there is no row about a child."""


class NoCommune(Refusal):
    """The list must belong to a commune: the actor has one, or names it."""


@transaction.atomic
def receive(*, content: bytes, name: str, format_code: str, commune_id: int | None, by: Actor, at: datetime) -> Batch:
    """Store the file and its rows, check every cell. Nothing is entered in the register yet: that is `enrol_batch`.

    Raises tables.UnreadableFile, NoHeading, NoChildren, formats.UnknownFormat, NoCommune, policies.NotAllowed.
    """
    layout = formats.named(format_code)
    commune_id = _commune(commune_id, by)
    commune = institutions.by_id(commune_id) if commune_id else None
    sheets = tables.read_workbook(content, name=name)
    sheet, heading = _find(sheets, layout, name)
    file = documents.store(content=content, name=name, media_type=XLSX, by=by, at=at)
    before = Batch.objects.filter(file__sha256=file.sha256, format_code=format_code, commune=commune_id).order_by("id").first()
    batch = Batch.objects.create(
        format_code=format_code, file=file, file_name=name[-255:], commune_id=commune_id, sheet=sheet.name[:120],
        heading_row=heading.first_data_row, titles=list(heading.titles), places=dict(heading.places),
        unknown_titles=list(heading.unknown), received_by=by.id, received_by_label=by.label, received_at=at, repeats=before,
    )  # fmt: skip
    raws, reads = _children(sheet.rows, heading, layout)
    if not reads:
        raise NoChildren(f"Tệp “{name}” có tiêu đề ở dòng {heading.first_data_row} nhưng không có dòng trẻ nào bên dưới.")
    on = calendar.day_of(at)
    batch.listed_on = listing.listed_on(sheet.rows[: heading.row], sheet.rows[reads[-1].number :], on=on)
    batch.month_first = columns.month_first(reads, layout.columns)
    context = contexts.for_list(
        reads, commune_id=commune_id, commune_name=commune.name if commune else "", by=by, on=on, layout=layout, listed_on=batch.listed_on
    )  # fmt: skip
    context = replace(context, month_first=batch.month_first, first_row=reads[0].number)
    _store(batch, raws, reads, [checks.run(read, context) for read in reads], context)
    batch.row_count = len(reads)
    batch.save(update_fields=["row_count", "listed_on", "month_first"])
    audit.record(act=Act.BATCH_RECEIVED, subject=subject_of(batch), by=by, at=at, details={"rows": len(reads), "sha256": file.sha256})
    return batch


def subject_of(batch: Batch) -> Subject:
    """A list in the log."""
    code = batch.commune.code if batch.commune else ""
    return Subject(kind="batch", id=str(batch.pk), label=f"Danh sách số {batch.pk}", unit_code=code)


def state_after(findings: Sequence[Finding], answered: Sequence[str]) -> RowState:
    """Where findings leave a row. A question somebody answered with "as it is" holds no longer."""
    standing = {finding.severity for finding in findings if finding.rule not in answered}
    if Severity.MUST_FIX in standing:
        return RowState.MUST_FIX
    return RowState.QUESTION if Severity.QUESTION in standing else RowState.READY


def finding_rows(row: Row, findings: Sequence[Finding]) -> list[RowFinding]:
    """Findings as rows to store."""
    return [
        RowFinding(
            row_id=row.pk, batch_id=row.batch_id, rule=finding.rule, column=finding.column, severity=finding.severity,
            what=finding.what, todo=finding.todo,
            suggestions=[[way.label, way.field, way.value] for way in finding.suggestions],
        )
        for finding in findings
    ]  # fmt: skip


def _commune(commune_id: int | None, by: Actor) -> int | None:
    """The commune of the list: the one named, else the only one the actor works for; the city may send a list of many communes."""
    scope = policies.scope(by, Permission.IMPORT_LISTS)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if commune_id is None:
        if scope.everything:
            return None
        if len(scope.unit_ids) != 1:
            raise NoCommune("Bạn làm việc ở nhiều xã, phường. Chọn xã, phường của danh sách này rồi gửi lại.")
        (commune_id,) = scope.unit_ids
    policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=commune_id)
    return commune_id


def _find(sheets: Sequence[tables.SheetRows], layout: formats.Format, name: str) -> tuple[tables.SheetRows, Heading]:
    """The sheet whose heading names most columns."""
    found = [(sheet, heading) for sheet in sheets if (heading := headings.find_heading(sheet.rows, layout.columns))]
    if found:
        return max(found, key=lambda pair: (len(pair[1].places), len(pair[0].rows)))
    absent = headings.missing(max(sheets, key=lambda sheet: len(sheet.rows)).rows, layout.columns)
    titles = ", ".join(f"“{column.title}”" for column in absent) or "cần thiết"
    raise NoHeading(
        f"Không thấy dòng tiêu đề có cột {titles} trong tệp “{name}”. Thêm tiêu đề cột, hoặc tải tệp mẫu rồi chép danh sách vào."
    )


def _children(rows: list[list[str]], heading: Heading, layout: formats.Format) -> tuple[list[list[str]], list[ReadRow]]:
    """The rows about children under a heading, as typed and as read. Blank rows, captions, totals, repeated headings stay out."""
    raws, reads = [], []
    title_row = {cell for cell in rows[heading.first_data_row - 1] if cell}
    for index in range(heading.first_data_row, len(rows)):
        raw = rows[index]
        cells = reading.cells_of(raw, heading.places)
        if not reading.is_child_row(cells, raw) or headings.is_counting_row(raw) or {cell for cell in raw if cell} == title_row:
            continue
        raws.append(raw)
        reads.append(reading.read(index + 1, cells, layout))
    return raws, reads


def _store(batch: Batch, raws: list[list[str]], reads: list[ReadRow], found: list[list[Finding]], context: Context) -> None:
    rows, findings = [], []
    for pk, raw, read, mine in zip(new_keys(Row, len(reads)), raws, reads, found, strict=True):
        row = Row(
            pk=pk, batch_id=batch.pk, number=read.number, raw=raw, state=state_after(mine, ()),
            personal_number=read.personal_number[:40], identity=read.identity, child_id=context.child_id(read),
        )  # fmt: skip
        rows.append(row)
        findings += finding_rows(row, mine)
    write_new(Row, rows)
    write_new(RowFinding, findings)

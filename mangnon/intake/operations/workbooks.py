"""The list going back to who sent it, its findings marked."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import formats, queries
from mangnon.intake.models import RowFinding
from mangnon.intake.operations.receive import subject_of
from mangnon.intake.vocabulary import WAITING, Severity
from mangnon.lib import tables


@transaction.atomic
def findings_workbook(*, batch_id: int, by: Actor, at: datetime) -> bytes:
    """The rows that wait, as typed and corrected so far, faulty cells marked and explained: to be corrected in Excel and sent again."""
    batch = queries.batch(by, batch_id)
    layout = formats.named(batch.format_code)
    shown = [column for column in layout.columns if column.offered or batch.says(column.field)]
    place = {column.field: index + 1 for index, column in enumerate(shown)}
    rows: list[list[str]] = []
    marks: list[tables.Mark] = []
    found: dict[int, list[RowFinding]] = {}
    for finding in queries.findings(batch, severities=[Severity.MUST_FIX, Severity.QUESTION]):
        found.setdefault(finding.row_id, []).append(finding)
    for row in queries.rows(batch, states=WAITING):
        cells = queries.cells(batch, row)
        mine = found.get(row.pk, [])
        notes = " ".join(f"{finding.what} {finding.todo}".strip() for finding in mine)
        for finding in mine:
            serious = finding.severity == Severity.MUST_FIX
            marks.append(tables.Mark(len(rows), place[finding.column], f"{finding.what} {finding.todo}".strip(), serious=serious))
        rows.append([str(row.line), *(cells.get(column.field, "") for column in shown), notes])
    columns = (
        tables.ColumnLayout("Dòng", 7),
        *(queries.column_layout(column) for column in shown),
        tables.ColumnLayout("Cần làm", 60),
    )
    audit.record(act=Act.FILE_DOWNLOADED, subject=subject_of(batch), by=by, at=at, details={"rows": len(rows)})
    return tables.write_workbook([tables.SheetLayout("Cần sửa", columns=columns, rows=rows, marks=tuple(marks))], created=at)

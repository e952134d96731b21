"""Lists of any format as workbooks in memory, and the way they take into the register."""

from collections.abc import Sequence

from mangnon.accounts.records import SYSTEM
from mangnon.intake import formats, operations, queries
from tests.factories import child_lists
from tests.factories.register import AT, unit


def workbook(code: str, rows: Sequence[dict[str, str]], *, above: Sequence[Sequence[str]] = ()) -> bytes:
    """A list of a format with its own headings, only the columns that the rows fill."""
    used = {field for row in rows for field in row}
    columns = [column for column in formats.named(code).columns if column.field in used or column.required]
    cells = [*above, [column.title for column in columns], *([row.get(column.field, "") for column in columns] for row in rows)]
    return child_lists.sheet_of(cells)


def bring(code: str, rows: Sequence[dict[str, str]] | bytes, *, by=SYSTEM, commune="31120", at=AT, name="ds.xlsx", above=()):
    """Receive and enter a list: the batch and how many rows were new, changed, unchanged."""
    content = rows if isinstance(rows, bytes) else workbook(code, rows, above=above)
    place = unit(commune).pk if commune else None
    batch, again = operations.take_in(content=content, name=name, format_code=code, commune_id=place, by=by, at=at)
    waiting = queries.figures(batch).ready
    counts = operations.enrol_batch(batch_id=batch.pk, by=by, at=at)
    if again and not waiting:
        counts = counts | {"new": 0, "changed": 0, "unchanged": queries.figures(batch).enrolled}
    return queries.batch(by, batch.pk), counts


def said(batch) -> list[tuple[int, str, str]]:
    """(row, rule, message) of what was found, notes left out."""
    return [
        (finding["row"], finding["rule"], finding["message"])
        for finding in queries.findings_as_data(batch)
        if finding["severity"] != "note"
    ]

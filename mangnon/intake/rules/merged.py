"""Cells merged over several children, one under the other: each child says what the merged cell says. Empty cells are left empty."""

from collections.abc import Iterable, Iterator, Sequence

from mangnon.lib.tables import Row, Span


def filled(rows: Iterable[Row], spans: Sequence[Span], name: int | None) -> Iterator[Row]:
    """The rows of a sheet, top to bottom, with the text of vertically merged cells in each row that names a child of its own.

    `name` is the column of the child's name. A row whose name is itself part of a merged cell goes on with the child above, and a row
    without a name is no child: both stay as they are.
    """
    waiting = sorted((span for span in spans if span.last_row > span.first_row), key=lambda span: span.first_row, reverse=True)
    if not waiting or name is None:
        yield from rows
        return
    held: dict[int, tuple[Span, str]] = {}  # column → what it is merged to, its text
    for row in rows:
        while waiting and waiting[-1].first_row <= row.number:
            span = waiting.pop()
            place = span.first_column - 1
            text = row.cells[place] if span.first_row == row.number and place < len(row.cells) else ""
            held[place] = (span, text)
        if held:
            held = {place: one for place, one in held.items() if one[0].last_row >= row.number}
            row = _with(row, held, name)
        yield row


def _with(row: Row, held: dict[int, tuple[Span, str]], name: int) -> Row:
    cells = row.cells
    if (name in held and held[name][0].first_row < row.number) or name >= len(cells) or not cells[name].strip():
        return row
    missing = {place: text for place, (_, text) in held.items() if text and (place >= len(cells) or not cells[place])}
    if not missing:
        return row
    cells = [*cells, *[""] * (max(missing) + 1 - len(cells))]
    for place, text in missing.items():
        cells[place] = text
    return Row(row.number, cells, row.hidden)

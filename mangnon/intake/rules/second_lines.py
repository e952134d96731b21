"""Children on two lines, the father's name over the mother's in one column: the second line goes on with the first."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mangnon.intake.rules import guessing
from mangnon.lib.tables import Row

PARENTS = "parents"
_BETWEEN = {PARENTS: "; ", "phone": "; ", "address": ", ", "note": "; "}  # columns a second line may go on with, and how
_LABEL = re.compile(r"^(?:cha|bố|ba|mẹ|má|c|m)\s*:\s*", re.IGNORECASE)
_SEVERAL = re.compile(r"[;/,&+\n]| và | - ")


def joined(rows: Iterable[Row], places: Mapping[str, int], name: int | None) -> Iterator[Row]:
    """The rows, each with what the line directly below adds to it, where that names the second parent and nothing of a child.

    `name` is the column of the child's name.
    """
    if PARENTS not in places or name is None:
        yield from rows
        return
    fields = {places[field]: between for field, between in _BETWEEN.items() if field in places}
    above: Row | None = None
    for row in rows:
        if above is not None and row.number == above.number + 1 and _goes_on(above, row, fields, places[PARENTS], name):
            yield Row(above.number, _together(above.cells, row.cells, fields), above.hidden)
            above = None
            continue
        if above is not None:
            yield above
        above = row
    if above is not None:
        yield above


def _goes_on(above: Row, row: Row, fields: Mapping[int, str], parents: int, name: int) -> bool:
    one, other = _at(above, parents), _at(row, parents)
    return (
        bool(one and other and _at(above, name))
        and not _SEVERAL.search(one)
        and guessing.is_name(_LABEL.sub("", other))
        and all(place in fields for place, text in enumerate(row.cells) if text.strip())
    )


def _together(one: list[str], other: list[str], fields: Mapping[int, str]) -> list[str]:
    cells = [*one, *[""] * (len(other) - len(one))]
    for place, text in enumerate(other):
        if text.strip():
            cells[place] = f"{cells[place]}{fields[place]}{text}" if cells[place].strip() else text
    return cells


def _at(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""

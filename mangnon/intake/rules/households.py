"""Members of a household below the one whose row says that it is poor: they say so too where it is certain that they are of that household,
by merged cells, by its number, or as its head's children and kin. Elsewhere their cells stay empty, and are asked about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row, Span

SAID = ("standing", "poor_mark", "near_poor_mark")
_HEAD = frozenset({"chu ho", "la chu ho", "chu ho gia dinh", "ch"})
_MEMBER = re.compile(r"^(?:con|chau|chat|vo|chong|em|anh|chi|bo|cha|me|ong|ba|dau|re)\b")
_NAMES_IT = ("household", "head", "number")  # columns merged over the rows of one household


def inherited(rows: Iterable[Row], places: Mapping[str, int], spans: Sequence[Span], name: int | None) -> Iterable[Row]:
    """The rows, top to bottom, each member of a household with what its household's row says. `name` is the column of the child's name."""
    said = [places[field] for field in SAID if field in places]
    return _inherited(rows, places, _merged(spans, places), said, name) if said and name is not None else rows


def _inherited(rows: Iterable[Row], places: Mapping[str, int], merged: Mapping[int, int], said: Sequence[int], name: int) -> Iterator[Row]:
    above: Row | None = None  # the row that speaks for its household
    last = 0
    for row in rows:
        if above is not None and row.number != last + 1:
            above = None
        last = row.number
        if any(_at(row, place) for place in said):
            above = row
        elif _is_head(row, places) or not _at(row, name):
            above = None
        elif above is not None and _together(above, row, places, merged, name):
            cells = [*row.cells, *[""] * (max(said) + 1 - len(row.cells))]
            for place in said:
                cells[place] = _at(above, place)
            row = Row(row.number, cells, row.hidden)
        yield row


def _together(above: Row, row: Row, places: Mapping[str, int], merged: Mapping[int, int], name: int) -> bool:
    """Whether a row is certainly of the household of the one that speaks for it."""
    if merged.get(row.number, row.number) <= above.number:
        return True
    numbers, heads = (tuple(plain(_of(one, field, places)) for one in (above, row)) for field in ("household", "head"))
    if all(numbers):
        return numbers[0] == numbers[1]
    if heads[1] and heads[1] != (heads[0] or plain(_at(above, name))):
        return False
    return _is_head(above, places) and _MEMBER.match(plain(_of(row, "relation", places))) is not None


def _merged(spans: Sequence[Span], places: Mapping[str, int]) -> dict[int, int]:
    """By row the first row of a cell that is merged over it and names a household."""
    columns = {places[field] + 1 for field in _NAMES_IT if field in places}
    found: dict[int, int] = {}
    for span in spans:
        if span.first_column in columns and 0 < span.last_row - span.first_row < _MOST:
            found |= dict.fromkeys(range(span.first_row + 1, span.last_row + 1), span.first_row)
    return found


_MOST = 30  # members of a household: a cell merged over more rows names something else


def _is_head(row: Row, places: Mapping[str, int]) -> bool:
    return plain(_of(row, "relation", places)) in _HEAD


def _of(row: Row, field: str, places: Mapping[str, int]) -> str:
    return _at(row, places[field]) if field in places else ""


def _at(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""

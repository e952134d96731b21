"""A child named once over several lines, each with a fact of its own: every dose, every kind of help, every card in a line. The lines below
the first name nobody; they are of the child above.
"""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.intake.records import SPREAD_OVER, Format
from mangnon.intake.rules.nearness import readable
from mangnon.lib.tables import Row

_PERSONS = ("full_name", "birth_date", "sex", "personal_number", "child_code", "father_name", "mother_name", "guardian_name")
_OF_CHILD = tuple(part for field in _PERSONS for part in (field, *SPREAD_OVER.get(field, ())))


def named(rows: Iterable[Row], places: Mapping[str, int], layout: Format, name: int | None) -> Iterable[Row]:
    """The rows, top to bottom, each line that goes on with a child with what the child's own row says of who it is.

    A line goes on when it stands directly below, names nobody, has no number of its own and fills the columns of another fact
    (`layout.further`) with values that can be read. `name` is the column of the child's name.
    """
    if not layout.further or name is None or not all(field in places for field in layout.further):
        return rows
    return _named(rows, places, layout, name)


def _named(rows: Iterable[Row], places: Mapping[str, int], layout: Format, name: int) -> Iterator[Row]:
    own = sorted({places[field] for field in _OF_CHILD if field in places})
    silent = {*own, places.get("number", name)}
    above: Row | None = None  # the row that names the child
    last = 0
    for row in rows:
        if any(_at(row, place) for place in silent):
            above = row if _at(row, name) else None
        elif above is not None and row.number == last + 1 and _is_fact(row, places, layout):
            cells = [*row.cells, *[""] * (max(own) + 1 - len(row.cells))]
            for place in own:
                cells[place] = _at(above, place)
            row = Row(row.number, cells, row.hidden)
        else:
            above = None
        last = row.number
        yield row


def _is_fact(row: Row, places: Mapping[str, int], layout: Format) -> bool:
    """Whether every column of another fact is filled and can be read."""
    for field in layout.further:
        text, reads = _at(row, places[field]), layout.column(field).reads
        if not text or (reads is not None and not readable(reads, text)):
            return False
    return True


def _at(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""

"""What title lines say of every child of a table, written in columns of its own behind those of the file."""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.intake.records import TOLD, Block
from mangnon.lib.tables import Row

FIELDS = frozenset({"decision", "decided_on", "current"})
_FEWEST = 3  # cells of a row that says enough of itself: what is told of all makes no child of a line or a signature


def filled(rows: Iterable[Row], block: Block, said: Mapping[str, str]) -> Iterable[Row]:
    """The rows, each child with what is told of all of them."""
    own = {
        place: said[field] for field, place in block.places.items()
        if field in FIELDS and said.get(field) and place < len(block.titles) and block.titles[place].endswith(TOLD)
    }  # fmt: skip
    name = block.placed("full_name")
    return _filled(rows, own, name) if own and name is not None else rows


def _filled(rows: Iterable[Row], own: Mapping[int, str], name: int) -> Iterator[Row]:
    width = max(own) + 1
    for row in rows:
        cells = row.cells
        if name < len(cells) and cells[name] and sum(map(bool, cells)) >= _FEWEST:
            cells = [*cells, *[""] * (width - len(cells))]
            for place, text in own.items():
                cells[place] = cells[place] or text
            row = Row(row.number, cells, row.hidden)
        yield row

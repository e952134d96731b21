"""The column that Măng Non adds to a list it gives back: known by its title, and not part of the list when the file is sent again."""

from collections.abc import Iterable, Iterator

from mangnon.lib.tables.spool import Row
from mangnon.lib.vietnamese import fold

TITLE = "Cần làm (Măng Non ghi"
PLAIN = b"ng Non ghi"  # what of it stands in every file, however letters are written
_FOLDED = fold(TITLE)
SEARCHED = 200  # rows in which the title is looked for


def title(waiting: str) -> str:
    """What stands over the column; it begins with TITLE, by which it is known again."""
    return f"{TITLE}: {waiting})"


def is_title(text: str) -> bool:
    """Whether a cell is the title of our column, in whatever letters it came back."""
    return text[:1] == "C" and len(text) < 200 and fold(text).startswith(_FOLDED)


def without(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a sheet without our column."""
    place = -1
    for seen, row in enumerate(rows):
        if place < 0 and seen < SEARCHED:
            place = next((at for at, text in enumerate(row.cells) if is_title(text)), -1)
        if 0 <= place < len(row.cells):
            cells = row.cells[:place] + row.cells[place + 1 :]
            while cells and not cells[-1]:
                cells.pop()
            if not cells:
                continue
            struck = tuple(at - (at > place) for at in row.struck if at != place)
            beside = tuple(one._replace(place=one.place - (one.place > place)) for one in row.beside if one.place != place)
            row = Row(row.number, cells, row.hidden, struck, beside)
        yield row

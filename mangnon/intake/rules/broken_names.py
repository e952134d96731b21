"""A name that goes on in the row below, where nothing else stands: joined when what stands above cannot be a whole name, else marked, so
that people are asked whether it is the rest of the name or another child.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from mangnon.intake.rules import guessing, reading, sections, words
from mangnon.intake.rules.several_names import BREAK, goes_on, is_part
from mangnon.lib.tables import Row, Span

_LEAST = 3  # cells of a row that may be a child
_CAPTIONS = frozenset({"ho", "lop", "to", "nhom", "khoi", "doi", "danh", "trang", "phan", "muc", "ap", "khu", "chi"})


def joined(rows: Iterable[Row], name: int | None, spans: Sequence[Span], decode: Callable[[str], str]) -> Iterator[Row]:
    """The rows, each with what the row directly below adds to its name. Under merged cells a row that names somebody is left alone: they
    say of it what it does not say itself. `decode` reads letters of an old font.
    """
    if name is None:
        yield from rows
        return
    is_merged = _under(spans)
    above: Row | None = None
    line = 0  # the last row that belongs to the one above
    for row in rows:
        cells = row.cells
        if sum(map(bool, cells)) == 1 and above is not None and row.number == line + 1 and name < len(cells) and cells[name]:
            first, more = decode(above.cells[name]), decode(cells[name]).strip()
            if _may_go_on(first, more) and not (is_merged(row.number) and guessing.is_name(more)):
                between = " " if goes_on(first, more) else BREAK
                together = f"{above.cells[name].rstrip()}{between}{cells[name].strip()}"
                above, line = Row(above.number, [*above.cells[:name], together, *above.cells[name + 1 :]], above.hidden), row.number
                continue
        if above is not None:
            yield above
            above = None
        if name < len(cells) and cells[name] and sum(map(bool, cells)) >= _LEAST:
            above, line = row, row.number
        else:
            yield row
    if above is not None:
        yield above


def _under(spans: Sequence[Span]) -> Callable[[int], bool]:
    """Whether a row is a further one of some merged cell."""
    starts = sorted((span.first_row, span.last_row) for span in spans)
    first, reach = [row for row, _ in starts], list(accumulate((last for _, last in starts), max))

    def under(row: int) -> bool:
        place = bisect_left(first, row) - 1
        return place >= 0 and reach[place] >= row

    return under


def _may_go_on(first: str, more: str) -> bool:
    """Whether the words may be a name or a part of one: no caption, no total, no word that is a value elsewhere."""
    if not is_part(more) or (more.isupper() and not first.isupper() and len(more) > 1):
        return False
    folded = words.plain(more)
    known = folded in words.SEX or folded in words.STANDING or folded.split()[0] in _CAPTIONS
    return not (known or reading.is_total(more) or sections.line([more]))

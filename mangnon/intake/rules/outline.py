"""The outline of a list: lines between its rows divide it, one level inside another, "I. HỘ NGHÈO" over "Khu vực 3" or the other way round.

A line ends the one of its own level and all inside it, whatever it says; what it names holds for the rows below until then.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mangnon.intake.rules import banners, bodies, captions, school_titles, sections
from mangnon.intake.rules.captions import Caption
from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row

_HAMLET, _CLASS, _TITLED = "hamlet", "class", "titled"
_SHORT = 4  # letters of a cell of the row that numbers the columns: "(12)"


class _Level(NamedTuple):
    """An open line: its kind of number and which it is, what it names, and what it tells the rows of it as a hamlet or in their banner."""

    mark: str
    order: int
    kind: str
    hamlet: str = ""
    banner: str = ""


def marks(lines: Iterable[Sequence[str]], words: re.Pattern[str] | None) -> frozenset[str]:
    """How the lines of a list are numbered that plainly are sections: so is every other line numbered alike, "III. GIA HẠN"."""
    if words is None:
        return frozenset()
    found = {line.mark for cells in lines if (line := captions.caption(cells)) and words.search(plain(line.words))}
    return frozenset(found) - {captions.COUNTED, captions.CAPITALS, captions.LETTERS}


def told(
    rows: Iterable[Row], places: Mapping[str, int], words: re.Pattern[str] | None, *,
    hamlet: str, banner: str, numbered: frozenset[str], decode: Callable[[str], str] = str,
) -> Iterator[Row]:  # fmt: skip
    """The rows, each with the hamlet and the banner of the lines it stands under, else those of all rows; lines that were understood do not
    come with them. `words`: those a format looks for in a banner; `numbered`: see `marks`.
    """
    at_hamlet, at_banner = places.get(sections.FIELD), places.get(banners.FIELD) if words else None
    if at_hamlet is None and at_banner is None:
        yield from rows
        return
    levels: list[_Level] = []
    here, over = hamlet, banner
    for row in rows:
        if sum(map(bool, row.cells)) <= captions.MOST and (line := _line(row.cells, words, numbered, decode)):
            levels = _titled(levels, line, here, banner) if line.mark == _TITLED else _entered(levels, line)
            here = next((level.hamlet for level in reversed(levels) if level.hamlet), hamlet)
            over = banners.BETWEEN.join([banner, *(level.banner for level in levels if level.banner)])
            if line.hamlet or (line.banner and at_banner is not None):
                continue
        yield _filled(row, at_hamlet, here, at_banner, over)


def _line(cells: Sequence[str], words: re.Pattern[str] | None, numbered: frozenset[str], decode: Callable[[str], str]) -> _Level | None:
    """What a line between the rows begins; None for a row that may be a child's."""
    hamlet = sections.line(cells, decode)
    read = [decode(cell) for cell in cells]
    if title := captions.title(read):
        said = words is not None and words.search(plain(title)) is not None
        return _Level(_TITLED, 0, "", hamlet, title if said else "") if said or hamlet else None
    line = captions.caption(read)
    if hamlet:
        return _Level(line.mark, line.order, _HAMLET, hamlet) if line else _Level(_TITLED, 0, _HAMLET, hamlet)
    if line is None or school_titles.line(cells, decode):
        return line and _Level(line.mark, line.order, _CLASS)
    if line.mark in numbered or (words is not None and words.search(plain(line.words))):
        return _Level(line.mark, line.order, "", banner=line.text)
    if line.mark == captions.COUNTED or _is_person(line):
        return None
    return _Level(line.mark, line.order, "")


def _is_person(line: Caption) -> bool:
    return bodies.is_person(line.words.title() if line.words.isupper() else line.words)


def _entered(levels: Sequence[_Level], line: _Level) -> list[_Level]:
    """The open lines once one more begins."""
    place = next((place for place, level in enumerate(levels) if _is_beside(level, line)), len(levels))
    return [*levels[:place], line]


def _titled(levels: Sequence[_Level], line: _Level, hamlet: str, banner: str) -> list[_Level]:
    """The open lines below a title: the same ones where it is that of their table over again, on the next page."""
    own = next((level.banner for level in levels if level.mark == _TITLED), banner)
    if line.hamlet in {"", hamlet} and line.banner in own:
        return [*levels]
    return [] if not line.hamlet and line.banner in banner else [line]


def _is_beside(level: _Level, line: _Level) -> bool:
    """Whether a line is of the level of an open one: numbered alike, and of the same kind or the next number."""
    return level.mark == line.mark and (level.kind == line.kind or 0 < line.order == level.order + 1)


def _filled(row: Row, at_hamlet: int | None, hamlet: str, at_banner: int | None, banner: str) -> Row:
    cells = row.cells
    if max(map(len, cells), default=0) <= _SHORT or not any(map(str.strip, cells)):
        return row
    if hamlet and at_hamlet is not None and (at_hamlet >= len(cells) or not cells[at_hamlet].strip()):
        cells = [*cells[:at_hamlet], *[""] * (at_hamlet - len(cells)), hamlet, *cells[at_hamlet + 1 :]]
    if at_banner is not None:
        cells = [*cells[:at_banner], *[""] * (at_banner - len(cells)), banner, *cells[at_banner:]]
    return row if cells is row.cells else Row(row.number, cells, row.hidden)

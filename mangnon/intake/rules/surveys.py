"""What a sheet holds, found in one walk over its rows: headings under one another or side by side, the lines above each, its first rows.

A heading that says what the one above it said is that one repeated, as on every printed page. Children may stand without a heading, or
under titles nobody knows, at the top of a sheet or further down: their values show it, and a person is asked.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from mangnon.intake.records import Column, Heading
from mangnon.intake.rules import guessing, unsure
from mangnon.intake.rules import heading as headings
from mangnon.intake.rules.titles import needed_titles
from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row

SAMPLE = 2_000  # rows looked at before anything is decided
FOOT = 30  # rows at the end that may hold the signature
PARTS = 200  # headings of one sheet
_FEW = 3  # cells of a line between children
_AHEAD = 40  # rows looked at below a line that may be a heading
_TITLE_LINES = 15
_DATED = ("birth_date", "birth_year", "personal_number")


class TooManyHeadings(Exception):
    """A sheet with more headings than any list has."""


@dataclass
class Part:
    """A heading, the lines above it, the first rows under it. `sure`: it names every column the list needs; `side`: 1, 2 … for tables to
    the right of the first.
    """

    heading: Heading
    above: Sequence[Sequence[str]]
    samples: list[list[str]]
    sure: bool = True
    side: int = 0
    likely: bool = True  # its rows look like children; of a sure part nobody asks
    lines: list[Sequence[str]] = field(default_factory=list)  # short lines between its rows


@dataclass(frozen=True)
class Survey:
    """The parts of a sheet, top to bottom, and its last lines."""

    parts: tuple[Part, ...]
    foot: tuple[Sequence[str], ...]


def survey(rows: Iterable[Row], columns: tuple[Column, ...], *, sample: int = SAMPLE) -> Survey:
    """Walk over a sheet. Raises TooManyHeadings."""
    stream = iter(rows)
    first = list(islice(stream, sample))
    head = positions(first)
    found = headings.find_heading(head, columns)
    parts = _parts(found, head, head[: found.row], columns) if found else []
    top = None
    if found is None or guessing.children(parts[0].above) > 1:  # no heading, or a table without one over another that has
        top = _top(head[: found.row] if found else head, columns)
        parts = [top, *parts] if top else parts
    walk = _Walk(columns, found or (top.heading if top and top.likely else None), head)
    foot: deque[list[str]] = deque(maxlen=FOOT)
    for row, following in _ahead(chain(first, stream)):
        foot.append(row.cells)
        again = walk.heading_at(row, following)
        if again is None:
            if parts and not (row.cells and row.cells[0].isdigit()) and sum(map(bool, row.cells)) <= _FEW:
                _note_line(parts, row)
            continue
        heading, window = again
        for part in parts:
            del part.samples[max(0, row.number - 1 - part.heading.first_data_row) :]
        parts += _parts(heading, window, _since_the_last_child(list(foot)[:-1]), columns, row.number - 1)
        if len(parts) > PARTS:
            raise TooManyHeadings
    if top and not top.likely and len(parts) > 1:
        parts.remove(top)
    return Survey(tuple(parts), tuple(foot))


def _parts(
    heading: Heading, rows: list[list[str]], above: Sequence[Sequence[str]], columns: tuple[Column, ...], start: int = 0
) -> list[Part]:  # fmt: skip
    """The part under a heading, or those beside one another. `start`: how many rows of the sheet stand before `rows`."""
    if headings.absent(heading.places, columns):
        return [_unsure(replace(heading, row=heading.row + start), above, rows[heading.first_data_row :])]
    return [
        Part(replace(one, row=one.row + start), above, [list(cells) for cells in own], side=place)
        for place, (one, own) in enumerate(headings.beside(rows, heading, columns))
    ]


def _top(head: list[list[str]], columns: tuple[Column, ...]) -> Part | None:
    """The part a person must explain because no known heading stands over it."""
    if found := unsure.at_top(head, columns):
        heading, likely = found
        return _unsure(heading, head[: heading.row], head[heading.first_data_row :], likely=likely)
    return None


def _unsure(heading: Heading, above: Sequence[Sequence[str]], rows: Sequence[list[str]], *, likely: bool = True) -> Part:
    """A part a person must explain by its first rows; those that count the columns explain nothing."""
    return Part(heading, above, [[] if headings.is_counting_row(row) else row for row in rows], sure=False, likely=likely)


def _note_line(parts: Sequence[Part], row: Row) -> None:
    """A short line belongs to the tables under the last heading above it."""
    last = parts[-1].heading.row
    for part in reversed(parts):
        if part.heading.row != last or row.number <= part.heading.first_data_row or len(part.lines) >= SAMPLE:
            break
        part.lines.append(row.cells)


class _Walk:
    """The way down a sheet from one heading to the next."""

    def __init__(self, columns: tuple[Column, ...], heading: Heading | None, head: Sequence[Sequence[str]]) -> None:
        self.columns, self.needed = columns, needed_titles(columns)
        self._go_on(heading, head[heading.row :] if heading else ())

    def heading_at(self, row: Row, following: Sequence[Row]) -> tuple[Heading, list[list[str]]] | None:
        """A heading that begins with a row and is not the last one repeated, its first row counted as 0, with the rows from there on."""
        above = self.heading
        if above is not None and row.number <= above.first_data_row:
            return None
        if _is_data(row.cells, above):
            self.children = True
            return None
        found, window = None, []
        if any(len(cell) <= 80 and plain(cell) in self.needed for cell in row.cells if cell):
            window = positions([row, *following], start=row.number)
            found = headings.heading_at(window, 0, self.columns)
            if found is not None and above is not None and found.titles == above.titles:
                return None
        if found is None and above is not None:
            if unsure.has_figures(row.cells):
                self.children = True
            elif self.children and unsure.may_begin(row.cells, above, (other.cells for other in following)):
                window = positions([row, *following], start=row.number)
                found = unsure.below(window, self.columns) if _words(window[0]) not in self.said else None
        if found is None:
            return None
        self._go_on(replace(found, row=row.number - 1), window)
        return found, window

    def _go_on(self, heading: Heading | None, rows: Sequence[Sequence[str]]) -> None:
        """Below a heading, whose first row is the first of some."""
        self.heading = heading
        self.said = {_words(cells) for cells in rows[: heading.depth]} if heading else set()  # as typed, however its letters are read
        self.children = heading is not None and not heading.depth  # whether a row that may be a child stood under it


def _words(cells: Sequence[str]) -> str:
    return "\x1f".join(map(plain, cells)).rstrip("\x1f")


def _since_the_last_child(lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The title lines over a heading further down."""
    kept: list[Sequence[str]] = []
    for cells in reversed(lines[-_TITLE_LINES:]):
        if sum(map(bool, cells)) > 4:
            break
        kept.insert(0, cells)
    return kept


def positions(rows: Sequence[Row], *, start: int = 1) -> list[list[str]]:
    """Rows of a sheet as a list, blank rows included, so that places in it are rows of the sheet less `start`."""
    found: list[list[str]] = []
    for row in rows:
        gap = row.number - start - len(found)
        if gap > SAMPLE:
            break
        found += [[] for _ in range(gap)]
        found.append([text.strip() for text in row.cells])
    width = max(map(len, found), default=0)
    return [row + [""] * (width - len(row)) for row in found]


def _ahead(rows: Iterable[Row]) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Each row with those that follow it."""
    stream = iter(rows)
    waiting = deque(islice(stream, _AHEAD))
    while waiting:
        row = waiting.popleft()
        yield row, waiting
        waiting.extend(islice(stream, 1))


def _is_data(cells: Sequence[str], above: Heading | None) -> bool:
    """Whether a row is plainly no heading: a number begins it, or a date stands in it where the table has its dates."""
    if next((cell for cell in cells if cell), "").isdigit():
        return True
    for name in _DATED if above else ():
        place = above.places.get(name) if above else None
        if place is not None and place < len(cells) and sum(map(str.isdigit, cells[place])) >= 4:
            return True
    return False

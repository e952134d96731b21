"""What a sheet holds, found in one walk over its rows: headings under one another or side by side, the lines above each, its first rows.

A heading that says what the one above it said is that one repeated, as on every printed page. A sheet without a heading may still hold
children: its values show it, and a person is asked.
"""

from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from mangnon.intake.records import Column, Heading
from mangnon.intake.rules import guessing
from mangnon.intake.rules import heading as headings
from mangnon.intake.rules.asking import likely_heading
from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row
from mangnon.lib.tables.addresses import column_letters

SAMPLE = 2_000  # rows looked at before anything is decided
FOOT = 30  # rows at the end that may hold the signature
PARTS = 200  # headings of one sheet
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
    parts = [] if found is None else [
        Part(heading, head[: found.row], [list(cells) for cells in own], side=place)
        for place, (heading, own) in enumerate(headings.beside(head, found, columns))
    ]  # fmt: skip
    foot: deque[list[str]] = deque(maxlen=FOOT)
    needed = headings.needed_titles(columns)
    for row, following in _ahead(chain(first, stream)):
        foot.append(row.cells)
        if (found is not None and row.number <= found.first_data_row) or not _may_be_heading(row.cells, needed, found):
            continue
        window = positions([row, *following], start=row.number)
        again = headings.heading_at(window, 0, columns)
        if again is None or (found is not None and again.titles == found.titles):
            continue
        for part in parts:
            del part.samples[max(0, row.number - 1 - part.heading.first_data_row) :]
        found = replace(again, row=row.number - 1)
        above = _since_the_last_child(list(foot)[:-1])
        parts += [
            Part(replace(heading, row=found.row), above, [list(cells) for cells in own], side=place)
            for place, (heading, own) in enumerate(headings.beside(window, again, columns))
        ]
        if len(parts) > PARTS:
            raise TooManyHeadings
    if not parts or guessing.children(parts[0].above) > 1:  # no heading, or a table without one over another that has
        unknown = _unsure([list(cells) for cells in parts[0].above] if parts else head, columns)
        parts = [unknown, *parts] if unknown else parts
    return Survey(tuple(parts), tuple(foot))


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


def _unsure(head: list[list[str]], columns: tuple[Column, ...]) -> Part | None:
    """The part a person must explain: its values look like children, or at least one of its titles is known or nearly so."""
    child = guessing.first_child(head)
    if child is None:
        likely = likely_heading(head, columns)
        return Part(likely, head[: likely.row], head[likely.first_data_row :], sure=False, likely=False) if likely else None
    end = child
    while end > 0 and (not any(head[end - 1]) or headings.is_counting_row(head[end - 1])):
        end -= 1
    depth = 0
    while depth < min(headings.DEEPEST, end) and _may_stand_above(head[end - depth - 1]):
        depth += 1
    for size in range(depth, 0, -1):
        if heading := headings.read_titles(head[end - size : end], end - size, columns, head[child:]):
            return Part(heading, head[: heading.row], head[child:], sure=False)
    titles = tuple(f"Cột {column_letters(place + 1)}" for place in range(max(map(len, head), default=0)))
    return Part(Heading(row=child, depth=0, places={}, titles=titles), head[:child], head[child:], sure=False)


def _may_stand_above(row: Sequence[str]) -> bool:
    """Whether a row above the first child may be heading: words in several cells, no number among them."""
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and not any(cell.replace(" ", "").isdigit() for cell in filled)


def _ahead(rows: Iterable[Row]) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Each row with those that follow it."""
    stream = iter(rows)
    waiting = deque(islice(stream, _AHEAD))
    while waiting:
        row = waiting.popleft()
        yield row, waiting
        waiting.extend(islice(stream, 1))


def _may_be_heading(cells: Sequence[str], needed: Container[str], found: Heading | None) -> bool:
    """Whether a row is worth a closer look: no number begins it, no date stands in it, and it names a column no list can do without."""
    if next((cell for cell in cells if cell), "").isdigit():
        return False
    for name in _DATED if found else ():
        place = found.places.get(name) if found else None
        if place is not None and place < len(cells) and sum(map(str.isdigit, cells[place])) >= 4:
            return False
    return any(len(cell) <= 80 and plain(cell) in needed for cell in cells if cell)

"""Tables of a sheet that a person must explain: without a heading, or under titles nobody knows, at the top or below another table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from mangnon.intake.records import Column, Heading
from mangnon.intake.rules import guessing, reading, sections, spread_births, words
from mangnon.intake.rules import heading as headings
from mangnon.intake.rules.asking import CARERS, likely_heading
from mangnon.intake.rules.words import plain
from mangnon.lib.tables.addresses import column_letters

BELOW = headings.DEEPEST + 3  # rows within which the first child stands under the first title
COVERED = 0.7  # of the columns filled below have a title
_NUMBER = re.compile(r"(?:^|\x1f)\s*\(?\d")  # a cell that begins with a figure
_OF_A_PAGE = re.compile(r"^(?:trang|to so|danh sach|ubnd|uy ban|mau so|phu luc|cong hoa|doc lap)\b")
_PEOPLE = ("full_name", *CARERS)
_BORN = ("birth_date", "personal_number", *spread_births.PARTS)


def at_top(head: list[list[str]], columns: tuple[Column, ...]) -> tuple[Heading, bool] | None:
    """The heading of rows no known heading stands over, and whether they look like children; else it names a column, or nearly so."""
    child = guessing.first_child(head)
    if child is None:
        likely = likely_heading(head, columns)
        return (likely, False) if likely else None
    end = _before(head, child)
    depth = 0
    while depth < min(headings.DEEPEST, end) and _may_stand_above(head[end - depth - 1]):
        depth += 1
    if found := _lowest(head[end - depth : end], end - depth, columns, head[child:]):
        return found, True
    titles = tuple(f"Cột {column_letters(place + 1)}" for place in range(max(map(len, head), default=0)))
    return Heading(row=child, depth=0, places={}, titles=titles), True


def has_figures(cells: Sequence[str]) -> bool:
    """Whether a cell begins with a figure, as no title does but many a value."""
    return _NUMBER.search("\x1f".join(cells)) is not None


def may_begin(cells: Sequence[str], above: Heading, following: Iterable[Sequence[str]]) -> bool:
    """Whether a row of words under a table is worth a closer look as heading of the next: no name where the table above has its names,
    children soon below, and nothing that these say too. Asked of every row without figures, so it is quick to say no.
    """
    if sum(map(bool, cells)) < 2:
        return False
    name = above.places.get("full_name", above.places.get("family_name"))
    if name is not None and name < len(cells) and guessing.is_somebody(cells[name]):
        return False
    near = list(islice(following, BELOW))
    return any(map(guessing.is_child, near)) and not any(_repeats(cells, row) and guessing.is_child(row) for row in near)


def _repeats(cells: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a cell says what the one below it says, as values do and titles do not. "Hộ nghèo" may be either."""
    return any(cell == other and cell != "" and plain(cell) not in words.STANDING for cell, other in zip(cells, row, strict=False))


def below(rows: Sequence[Sequence[str]], columns: tuple[Column, ...]) -> Heading | None:
    """The heading that begins with the first of some rows, whatever its titles: they stand over the columns of the children right below.
    A line of a hamlet, the head of a page, a child whose date is missing is none.
    """
    child = next((at for at, row in enumerate(rows[: BELOW + 1]) if guessing.is_child(row)), 0)
    end = _before(rows, child)
    if not 0 < end <= headings.DEEPEST or headings.is_counting_row(rows[0]) or any(map(has_figures, rows[:end])):
        return None
    table = [*rows[:end], *takewhile(guessing.is_child, rows[child:])]
    width = max(place + 1 for row in table for place, cell in enumerate(row) if cell)  # its own, not that of wider tables around it
    titles, children = [row[:width] for row in table[:end]], [row[:width] for row in table[end:]]
    if not _stands_over(titles, children, columns):
        return None
    found = _lowest(titles, 0, columns, children)
    return replace(found, row=0, depth=end) if found else None


def _stands_over(titles: Sequence[Sequence[str]], children: Sequence[Sequence[str]], columns: tuple[Column, ...]) -> bool:
    """Whether rows are titles of the columns children stand in, the name and the birth among them."""
    guesses = guessing.of_columns(children, columns, taken=(), places=())
    filled = {place for place in range(max(map(len, children))) if _filled(children, place) >= 0.5 * len(children)}
    titled = {place for row in titles for place, cell in enumerate(row) if cell}
    told = {guess.field: place for place, guess in guesses.items()}
    if any(_OF_A_PAGE.match(plain(cell)) for row in titles for cell in row):
        return False
    if told.get("full_name") not in titled or not titled.intersection(told[field] for field in _BORN if field in told):
        return False
    beside = {told[field] for field in spread_births.PARTS if field in told} - titled  # one title may stand over day, month and year
    if len(filled & titled) < COVERED * len(filled - beside):
        return False
    return not any(
        _is_value(row[place], guess.field) for row in titles for place, guess in guesses.items() if place < len(row) and row[place]
    )  # fmt: skip


def _is_value(text: str, field: str) -> bool:
    """Whether a cell belongs to its column rather than over it."""
    if field in _PEOPLE:
        return guessing.is_somebody(text) or bool(sections.of_sheet(text)) or reading.is_total(text)
    return words.is_nothing(text) if field in _BORN else field == "sex" and plain(text) in words.SEX


def _filled(rows: Sequence[Sequence[str]], place: int) -> int:
    return sum(1 for row in rows if place < len(row) and row[place])


def _before(rows: Sequence[Sequence[str]], child: int) -> int:
    """Where the rows over a child end, blank ones, lines and those that count columns left out."""
    end = child
    while end > 0 and (not any(rows[end - 1]) or headings.is_counting_row(rows[end - 1]) or headings.is_line(rows[end - 1])):
        end -= 1
    return end


def _lowest(
    rows: Sequence[Sequence[str]], at: int, columns: tuple[Column, ...], data: Sequence[Sequence[str]]
) -> Heading | None:  # fmt: skip
    """Rows read as a heading, as many of the lowest as are one."""
    found = (headings.read_titles(rows[start:], at + start, columns, data) for start in range(len(rows)))
    return next(filter(None, found), None)


def _may_stand_above(row: Sequence[str]) -> bool:
    """Whether a row above the first child may be heading: words in several cells, no number among them."""
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and not any(cell.replace(" ", "").isdigit() for cell in filled)

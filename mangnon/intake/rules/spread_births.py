"""A date of birth over three columns side by side, told by its numbers: a day, a month, the year of a child in four figures or two."""

from collections.abc import Container, Sequence

from mangnon.intake.rules.words import plain

YOUNG = 2008  # births from here on are children's, as long as this product is in use
PARTS = ("birth_day", "birth_month", "birth_year")
_TITLES = frozenset({("ngay", "thang"), ("ng", "th"), ("ngay", "thg"), ("d", "m"), ("day", "month")})
_LEAST = 0.7  # of the rows that say anything in the three columns
_WHOLE = 0.5  # of these rows say all three
_CENTURY = 2000


def is_spread(row: Sequence[str]) -> bool:
    """Whether three cells side by side are a child's day, month and year of birth."""
    return any(_is_day(row[place]) and _is_month(row[place + 1]) and _is_year(row[place + 2]) for place in range(len(row) - 2))


def find(rows: Sequence[Sequence[str]], *, taken: Container[int]) -> tuple[int, float] | None:
    """The first of the three columns, and how many of the rows that say anything there say a birth; None without such columns.

    Columns of years in four figures come before those of two, which may be anything.
    """
    found: list[tuple[bool, int, float]] = []
    for first in range(max(map(len, rows), default=0) - 2):
        if any(place in taken for place in range(first, first + 3)):
            continue
        said, told = _told(rows, first)
        whole = sum(1 for cells in told if all(cells))
        if said and len(told) >= _LEAST * said and whole >= _WHOLE * said:
            long = sum(1 for cells in told if len(cells[2]) == 4) >= 0.5 * len(told)
            found.append((not long, first, len(told) / said))
    return min(found)[1:] if found else None


def titled(titles: Sequence[str], year: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the two columns before a year are its day and month by their titles, "Ngày", "Tháng", without a word of the birth, and no row
    speaks against it.
    """
    if year < 2 or year >= len(titles) or tuple(map(plain, titles[year - 2 : year])) not in _TITLES:
        return False
    said, told = _told(rows, year - 2)
    return len(told) >= _LEAST * said


def _told(rows: Sequence[Sequence[str]], first: int) -> tuple[int, list[list[str]]]:
    """How many rows say anything in three columns, and those of them that say a birth."""
    said = [cells for row in rows if any(cells := [text.strip() for text in row[first : first + 3]])]
    return len(said), [cells for cells in said if len(cells) == 3 and _says(cells)]


def _says(cells: Sequence[str]) -> bool:
    """A year, with the month and the day as far as they are known."""
    day, month, year = cells
    return _is_year(year) and (not month or _is_month(month)) and (not day or _is_day(day))


def _is_day(text: str) -> bool:
    return 1 <= _number(text) <= 31


def _is_month(text: str) -> bool:
    return 1 <= _number(text) <= 12


def _is_year(text: str) -> bool:
    text = text.strip()
    year = _number(text) + (_CENTURY if len(text) == 2 else 0)
    return len(text) in (2, 4) and YOUNG <= year < _CENTURY + 50


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0

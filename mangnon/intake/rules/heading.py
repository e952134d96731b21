"""Finding the heading of a list wherever it stands: under title lines, over one row or two, its columns in any order."""

import re
from collections.abc import Container, Sequence

from mangnon.intake.records import Column, Heading
from mangnon.intake.rules.columns import refined
from mangnon.intake.rules.words import plain

SEARCH_ROWS = 60
_COUNTING = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)|[a-z]")


def find_heading(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> Heading | None:
    """The heading that names most columns; None if no row has all required ones.

    A heading of two rows has groups above ("Họ và tên cha mẹ" over "Cha" and "Mẹ"): both words, and each alone, are tried.
    """
    best: Heading | None = None
    for at in range(min(len(rows), SEARCH_ROWS)):
        for depth in (1, 2):
            if at + depth > len(rows):
                continue
            heading = _read(rows[at : at + depth], at, columns, rows[at + depth :])
            if heading and (best is None or (len(heading.places), -depth) > (len(best.places), -best.depth)):
                best = heading
    return best


def missing(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[Column]:
    """The required columns that the likeliest heading row lacks: what to tell who sent the file."""
    titles = _titles(columns)
    best: set[str] = set()
    for row in rows[:SEARCH_ROWS]:
        found = {titles[plain(cell)] for cell in row if plain(cell) in titles}
        best = max(best, found, key=len)
    return [column for column in columns if column.required and not _placed(column, best)]


def is_counting_row(row: Sequence[str]) -> bool:
    """A row that numbers the columns: 1 2 3 … or (1) (2) (3) …, often under a heading."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(filled) >= 3 and all(_COUNTING.fullmatch(cell) for cell in filled)


def _read(rows: Sequence[Sequence[str]], at: int, columns: Sequence[Column], data: Sequence[Sequence[str]]) -> Heading | None:
    titles = _titles(columns)
    width = max(len(row) for row in rows)
    group = ""
    places: dict[str, int] = {}
    shown, unknown = [], []
    for place in range(width):
        cells = [row[place].strip() if place < len(row) else "" for row in rows]
        group = cells[0] or group
        over = cells[0] or (group if len(rows) == 2 and cells[-1] else "")
        words = [f"{over} {cells[-1]}", cells[-1], over] if len(rows) == 2 else [cells[0]]
        found = next((titles[plain(word)] for word in words if plain(word) in titles and titles[plain(word)] not in places), None)
        title = " ".join(dict.fromkeys(filter(None, [over if len(rows) == 2 else "", cells[-1]])))
        shown.append(title)
        if found:
            places[found] = place
        elif title:
            unknown.append(title)
    if any(column.required and not _placed(column, places) for column in columns):
        return None
    if len(rows) == 2 and not _truly_two(rows, titles):
        return None
    return Heading(row=at, depth=len(rows), places=refined(places, data), titles=tuple(shown), unknown=tuple(unknown))


def _placed(column: Column, places: Container[str]) -> bool:
    """Whether the list has the column, or one that stands in for it."""
    return column.field in places or any(field in places for field in column.instead)


def _truly_two(rows: Sequence[Sequence[str]], titles: dict[str, str]) -> bool:
    """Whether the second row is heading too: its words name columns, and it is not the first child."""
    below = [cell for cell in rows[1] if cell.strip()]
    return bool(below) and not is_counting_row(rows[1]) and any(plain(cell) in titles or plain(cell) in _SUB for cell in below)


_SUB = frozenset({"cha", "me", "nam", "nu", "ngay", "thang", "nguoi nuoi duong", "bo", "thuong tru", "tam tru", "hien tai"})


def _titles(columns: Sequence[Column]) -> dict[str, str]:
    return {plain(title): column.field for column in columns for title in (column.title, *column.also)}

"""Finding the heading of a list wherever it stands: under title lines, over one to three rows, columns in any order, letters old."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from mangnon.intake.records import Block, Column, Heading
from mangnon.intake.rules.columns import refined
from mangnon.intake.rules.words import plain
from mangnon.lib import legacy_text

SEARCH_ROWS = 60
DEEPEST = 3  # rows of a heading
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}\)?\s*[.)\-]\s*")
_COUNTING = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)|[a-z]")


def find_heading(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> Heading | None:
    """The heading that names most columns; None if no row has all required ones.

    A heading of several rows has groups above ("Họ và tên cha mẹ" over "Cha" and "Mẹ"): the words of all rows, and of each alone, are
    tried. A heading typed for an old font is read as that font shows it, when it cannot be read as it is.
    """
    if found := _find(rows, columns):
        return found
    texts = [cell for row in rows[:SEARCH_ROWS] for cell in row if cell]
    for encoding in legacy_text.detect(texts).candidates:
        if encoding != legacy_text.UNICODE:
            decoded = [[legacy_text.decode(cell, encoding) for cell in row] for row in rows[:SEARCH_ROWS]]
            if found := _find([*decoded, *rows[SEARCH_ROWS:]], columns):
                return found
    return None


def _find(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> Heading | None:
    best: Heading | None = None
    for at in range(min(len(rows), SEARCH_ROWS)):
        if not any(cell.strip() for cell in rows[at]):
            continue
        for depth in range(1, DEEPEST + 1):
            if at + depth > len(rows):
                break
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


def repeats(cells: Mapping[str, str], block: Block) -> bool:
    """Whether a row is the heading once more, as on every printed page: whatever it says is said by the titles."""
    said = False
    for field, text in cells.items():
        if text:
            if text[0].isdigit() or plain(text) not in plain(block.titles[block.places[field]]):
                return False
            said = True
    return said


def _read(rows: Sequence[Sequence[str]], at: int, columns: Sequence[Column], data: Sequence[Sequence[str]]) -> Heading | None:
    titles = _titles(columns)
    if len(rows) > 1 and not all(_is_heading_too(row, titles) for row in rows[1:]):
        return None
    width = max(len(row) for row in rows)
    groups = [""] * (len(rows) - 1)  # what stands above, carried to the right over merged cells
    places: dict[str, int] = {}
    shown, unknown = [], []
    for place in range(width):
        cells = [row[place].strip() if place < len(row) else "" for row in rows]
        for level, cell in enumerate(cells[:-1]):
            if cell:
                groups[level:] = [cell, *[""] * (len(groups) - level - 1)]
        below = next((level for level in range(len(cells) - 1, -1, -1) if cells[level]), -1)
        above = groups[:below] if below == len(cells) - 1 else [cell for cell in cells[:below] if cell]
        words = list(dict.fromkeys(filter(None, [*above, cells[below]]))) if below >= 0 else []
        found = next((titles[name] for name in _names(words) if name in titles and titles[name] not in places), None)
        shown.append(" ".join(words))
        if found:
            places[found] = place
        elif words:
            unknown.append(" ".join(words))
    if any(column.required and not _placed(column, places) for column in columns):
        return None
    return Heading(row=at, depth=len(rows), places=refined(places, data), titles=tuple(shown), unknown=tuple(unknown))


def _names(words: Sequence[str]) -> Iterator[str]:
    """The titles that words above one another may stand for, the fullest first, then without what is in brackets or a number in front."""
    spoken = (" ".join(words), " ".join(words[-2:]), *reversed(words)) if len(words) > 1 else words
    for text in spoken:
        yield plain(text)
    for text in spoken:
        yield plain(_NUMBERED.sub("", _BRACKETED.sub(" ", text)))


def _placed(column: Column, places: Container[str]) -> bool:
    """Whether the list has the column, or one that stands in for it."""
    return column.field in places or any(field in places for field in column.instead)


def _is_heading_too(row: Sequence[str], titles: dict[str, str]) -> bool:
    """Whether a further row is heading too: its words name columns, and it is not the first child."""
    below = [plain(cell) for cell in row if cell.strip()]
    return bool(below) and not is_counting_row(row) and any(cell in titles or cell in _SUB for cell in below)


_SUB = frozenset({"cha", "me", "nam", "nu", "ngay", "thang", "nguoi nuoi duong", "bo", "thuong tru", "tam tru", "hien tai"})


def _titles(columns: Sequence[Column]) -> dict[str, str]:
    return {plain(title): column.field for column in columns for title in (column.title, *column.also)}

"""Finding the heading of a list wherever it stands: under title lines, over one to three rows, columns in any order, letters old."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mangnon.intake.records import TOLD, Block, Column, Heading
from mangnon.intake.rules import banners, beside_parents, births, loose_titles, periods, phone_columns, second_births, ticks, title_groups
from mangnon.intake.rules.columns import refined
from mangnon.intake.rules.titles import Titles, titles_of
from mangnon.intake.rules.words import is_mark, plain
from mangnon.lib import legacy_text

SEARCH_ROWS = 60
DEEPEST = 3  # rows of a heading
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}\)?\s*[.)\-]\s*")
_OF_CHILD = re.compile(r"\s+(?:của\s+)?(?:các\s+)?(?:bé|con|cháu|trẻ|trẻ em|học sinh)[\s:]*$", re.IGNORECASE)
_ORDINAL = re.compile(r"\s*(?:[IVX]{1,5}|[A-H])\s*[.)]?\s*")
_COUNTING = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)|[a-z]", re.IGNORECASE)


def find_heading(rows: Sequence[Sequence[str]], columns: tuple[Column, ...]) -> Heading | None:
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


def _find(rows: Sequence[Sequence[str]], columns: tuple[Column, ...]) -> Heading | None:
    for at in range(min(len(rows), SEARCH_ROWS)):
        found = [heading for start in range(at, min(at + DEEPEST, len(rows))) if (heading := heading_at(rows, start, columns))]
        if found and found[0].row == at:
            return max(found, key=lambda heading: (len(heading.places), -heading.depth, -heading.row))
    return None


def heading_at(rows: Sequence[Sequence[str]], at: int, columns: tuple[Column, ...]) -> Heading | None:
    """The heading that begins with a row and names every column the list needs, as deep as names most; None if none does."""
    if not any(cell.strip() for cell in rows[at]):
        return None
    best: Heading | None = None
    deepest = min(DEEPEST, len(rows) - at)
    for depth in range(1, deepest + 1):
        if depth < deepest and _stands_under(rows[at + depth - 1], rows[at + depth]):
            continue  # the row below belongs to it
        heading = read_titles(rows[at : at + depth], at, columns, rows[at + depth :])
        if heading and not absent(heading.places, columns) and (best is None or _rank(heading) > _rank(best)):
            best = heading
    return best


def _rank(heading: Heading) -> tuple[int, bool]:
    """The more columns the better; a title over two parents waits for the words under it."""
    return len(heading.places), "parents" not in heading.places


def beside(
    rows: Sequence[Sequence[str]], heading: Heading, columns: tuple[Column, ...]
) -> list[tuple[Heading, list[Sequence[str]]]]:  # fmt: skip
    """The tables that stand side by side, each heading with the rows under it in its own columns: one alone, unless its titles begin anew
    further right, a number of rows or an empty column before them.
    """
    alone: list[tuple[Heading, list[Sequence[str]]]] = [(heading, list(rows[heading.first_data_row :]))]
    lowest = rows[heading.first_data_row - 1] if heading.depth else ()  # as "HỘ NGHÈO" and "HỘ CẬN NGHÈO" may stand over the same titles
    again = _begin_anew(heading.titles) or _begin_anew(lowest)
    if again is None:
        return alone
    shown = [row[:again] for row in rows]
    hidden = [[*[""] * again, *row[again:]] for row in rows]
    left, right = (
        read_titles(part[heading.row : heading.first_data_row], heading.row, columns, part[heading.first_data_row :])
        for part in (shown, hidden)
    )
    if left is None or right is None or absent(left.places, columns) or absent(right.places, columns):
        return alone
    return [(left, list(shown[left.first_data_row :])), *beside(hidden, right, columns)]


def _begin_anew(cells: Sequence[str]) -> int | None:
    """Where the first of some titles comes again, a number of rows or after an empty column."""
    titles = [plain(cell) for cell in cells]
    first = next((place for place, title in enumerate(titles) if title), 0)
    again = next((place for place in range(first + 2, len(titles)) if titles[place] == titles[first]), None)
    return again if again is not None and (titles[first] in _NUMBERS or not titles[again - 1]) else None


def absent(places: Container[str], columns: tuple[Column, ...]) -> list[Column]:
    """The columns the heading of a list cannot do without that are not there, nor one that stands in for them."""
    return [column for column in columns if column.required and not column.in_title and not _placed(column, places)]


def untold(places: Container[str], columns: tuple[Column, ...]) -> list[Column]:
    """The columns the list cannot do without which neither its heading has nor its title lines tell."""
    return [column for column in columns if column.required and column.in_title and not _placed(column, places)]


def missing(rows: Sequence[Sequence[str]], columns: tuple[Column, ...]) -> list[Column]:
    """The required columns that the likeliest heading row lacks: what to tell who sent the file."""
    titles = titles_of(columns)
    best: set[str] = set()
    for row in rows[:SEARCH_ROWS]:
        found = set(filter(None, map(titles.field, row)))
        best = max(best, found, key=len)
    return absent(best, columns)


def is_told(title: str) -> bool:
    """Whether a title is of a column no row has in its file: what it says stands above or between the rows."""
    return title.endswith(TOLD) or title == banners.TITLE


def is_counting_row(row: Sequence[str]) -> bool:
    """A row that numbers the columns, 1 2 3 … or (1) (2) (3) …, or says in brackets how to fill them in: often under a heading."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(filled) >= 3 and all(_COUNTING.fullmatch(cell) or (cell[0] == "(" and cell[-1] == ")") for cell in filled)


def is_line(row: Sequence[str]) -> bool:
    """A line between the children: "B", "CHUYỂN ĐI"."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) == 2 and _ORDINAL.fullmatch(filled[0]) is not None


def repeats(cells: Mapping[str, str], block: Block) -> bool:
    """Whether a row is the heading once more, as on every printed page: whatever it says is said by the titles."""
    said = False
    for field, text in cells.items():
        title = "".join(block.titles[block.places[field] :][:1])
        if text and not is_told(title):
            if text[0].isdigit() or plain(text) not in plain(title):
                return False
            said = True
    return said


def read_titles(rows: Sequence[Sequence[str]], at: int, columns: tuple[Column, ...], data: Sequence[Sequence[str]]) -> Heading | None:
    """Rows read as a heading, whatever it lacks; None when a further row is no heading."""
    titles = titles_of(columns)
    if not all(_goes_on(above, row, titles) for above, row in pairwise(rows)):
        return None
    width = max(len(row) for row in rows)
    groups = [""] * (len(rows) - 1)  # what stands above, carried to the right over merged cells
    places: dict[str, int] = {}
    yielding: dict[str, str] = {}
    lent: set[str] = set()
    named: dict[int, str] = {}
    spoken: list[Sequence[str]] = []
    for place in range(width):
        cells = [row[place].strip() if place < len(row) else "" for row in rows]
        for level, cell in enumerate(cells[:-1]):
            if cell:
                groups[level:] = [cell, *[""] * (len(groups) - level - 1)]
        below = next((level for level in range(len(cells) - 1, -1, -1) if cells[level]), -1)
        above = groups[:below] if below == len(cells) - 1 else [cell for cell in cells[:below] if cell]
        spoken.append(list(dict.fromkeys(filter(None, [*above, cells[below]]))) if below >= 0 else [])
    for place, words in enumerate(periods.latest(spoken)):
        meanings = tuple(_meanings(words, titles))
        values = [row[place] for row in data if place < len(row)] if words else []
        named_by_group = not any(meaning.own for meaning in meanings)
        if words and (named_by_group or ticks.is_value(words, values, titles)) and (ticked := ticks.column(words, values, titles)):
            places.setdefault(ticked, place)
            continue
        if words and named_by_group and (loose := loose_titles.column(words, values, titles)):
            places.setdefault(loose, place)
            continue
        named[place] = next((meaning.field for meaning in meanings if meaning.own), "")
        _place(place, meanings, places, yielding, lent)
    places = phone_columns.told_apart(places, {place: _bare(spoken[place][-1]) for place, field in named.items() if field == "phone"})
    shown = [" ".join(words) for words in spoken]
    places = beside_parents.told_apart(refined(places, shown, data), named, shown, data, titles.fields)
    places = births.weighed(places, data, titles.fields)
    if (again := second_births.find(places, spoken, titles, data)) is not None:
        places[second_births.FIELD] = again
    unknown = [title for place, title in enumerate(shown) if title and place not in places.values()]
    return Heading(row=at, depth=len(rows), places=places, titles=tuple(shown), unknown=tuple(unknown))


class _Meaning(NamedTuple):
    """A column that a title may be, the one it is when it yields to another title of that column ("" for none), and whether the title's
    own words say so, not the group alone.
    """

    field: str
    instead: str | None
    own: bool


def _place(place: int, meanings: Iterable[_Meaning], places: dict[str, int], yielding: dict[str, str], lent: set[str]) -> None:
    """Give a place to the first column it may be that is free, held by a title that yields, or `lent` to one whose own words say nothing:
    below "Nơi KCB ban đầu" it is "Bệnh viện" that names the clinic, not the "Tỉnh" in front of it.
    """
    for field, instead, own in meanings:
        if field not in places or (own and field in lent):
            places[field] = place
            lent.discard(field)
            if not own:
                lent.add(field)
            if instead is not None:
                yielding[field] = instead
            return
        if instead is None and own and field in yielding:
            if (elsewhere := yielding.pop(field)) and elsewhere not in places:
                places[elsewhere], yielding[elsewhere] = places[field], ""
            places[field] = place
            return
        if instead and instead not in places:
            places[instead], yielding[instead] = place, ""
            return


def _meanings(words: Sequence[str], titles: Titles) -> Iterator[_Meaning]:
    """The columns that words above one another may stand for, the fullest first, then without what is in brackets or a number in front,
    then part by part. Under the group of a parent ("Mẹ" over "Họ và tên", "Số CCCD") a word alone would be the child's, so it is not tried.
    """
    if not words:
        return
    if len(words) > 1 and (persons := {person for group in words[:-1] if (person := person_of(group))}):
        spoken: Sequence[str] = (" ".join(words), *(f"{person} {words[-1]}" for person in persons))
        if person_of(words[-1]):
            spoken = (*spoken, words[-1])
    else:
        spoken = title_groups.spoken(words, titles) if len(words) > 1 else words
    said = [(text, text.endswith(words[-1])) for text in spoken]
    bare = [(_bare(text), own) for text, own in said]
    for text, own in (*said, *bare):
        if field := titles.field(text):
            yield _Meaning(field, titles.yields(field, text), own)
    for text, own in bare:
        if field := titles.parts(text) or _of_child(text, titles):
            yield _Meaning(field, None, own)


def _of_child(title: str, titles: Titles) -> str:
    """The column of a title that says of the child what another says alone: "Giới tính của bé"; "" for other titles."""
    alone = _OF_CHILD.sub("", title)
    return titles.field(alone) if alone != title else ""


def _bare(title: str) -> str:
    """A title without what is in brackets and the number in front, a space where there were many: patterns try each of a long run."""
    return _NUMBERED.sub("", " ".join(title_groups.BRACKETED.sub(" ", title).split()))


def _placed(column: Column, places: Container[str]) -> bool:
    """Whether the list has the column, or one that stands in for it."""
    return column.field in places or any(field in places for field in column.instead)


def _goes_on(above: Sequence[str], row: Sequence[str], titles: Titles) -> bool:
    """Whether a further row belongs to the heading."""
    if _is_heading_too(row, titles):
        return True
    if _stands_under(above, row):
        return True
    groups = title_groups.carried(above, row)
    return ticks.stand_under(groups, row, titles) or title_groups.named(groups, row, titles)


def _is_heading_too(row: Sequence[str], titles: Titles) -> bool:
    """Whether a further row is heading too: its words name columns, and it is not the first child."""
    if any(sum(map(str.isdigit, cell)) >= 4 for cell in row):
        return False  # a day, a number
    below = [cell for cell in row if cell.strip()]
    if not below or is_counting_row(row) or is_line(row):
        return False
    return any(titles.field(cell) or plain(cell) in _SUB for cell in below)


def _stands_under(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row is heading by where it stands, whatever its words: under titles over several columns, and of words, no marks."""
    if not title_groups.alone_under(above, row):
        return False
    return not any(is_mark(cell) is not None or any(map(str.isdigit, cell)) for cell in row if cell.strip())


def person_of(title: str) -> str:
    """Whom a title speaks of when it is not the child: "mẹ", "cha", "chủ hộ" …; "" for the child, "cha mẹ" for both parents."""
    words = plain(title)
    found = [person for person, pattern in _PERSONS.items() if pattern.search(words)]
    return "cha mẹ" if {"cha", "mẹ"} <= set(found) else found[0] if found else ""


_PERSONS = {
    "người nuôi dưỡng": re.compile(r"\b(?:giam ho|nuoi duong|cham soc)\b"),
    "chủ hộ": re.compile(r"\bchu ho\b"),
    "cha": re.compile(r"\bcha\b|(?<!can )\bbo\b(?! sung| phan)"),
    "mẹ": re.compile(r"\bme\b"),
}
_NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_SUB = frozenset({"cha", "me", "nam", "nu", "ngay", "thang", "nguoi nuoi duong", "bo", "thuong tru", "tam tru", "hien tai"})

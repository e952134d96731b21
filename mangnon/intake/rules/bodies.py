"""The body of a table: which of its rows speak of children. A row that says little, a name alone or a whole child in one cell, is one by
what stands around it; a line between children that nobody understands is told of, never dropped without a word.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from mangnon.intake.records import Block
from mangnon.intake.rules import captions, guessing, numbering, reading, sections
from mangnon.intake.rules import heading as headings
from mangnon.intake.rules.words import is_nothing, plain
from mangnon.lib.tables import Row
from mangnon.register import rules as register

_ORDER = re.compile(r"\s*(\d{1,6})\s*[.)]?\s*")
_DATED = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)\d{2}|\b\d{12}\b")
_PARTS = re.compile(r"[;,\t|]|\s[-–]\s")
_FEWEST = 3  # parts of a cell that holds a whole child
_NOBODY = re.compile(  # what sounds like a surname and is none: "TRƯỜNG MẦM NON …", "Hộ cận nghèo"
    r"^(?:truong (?:mam|mau|tieu|trung|thcs|thpt|th|mn|mg|pt|pho)\b|ho (?:ngheo|can|gia|ong|ba|khac|so)\b|danh (?:sach|muc)\b"
    r"|to (?:dan|so|truong)\b|doi (?:tuong)\b|tang (?:moi|trong)\b|truong hop\b|ban (?:giam|nhan|dan)\b|ma so\b|loai (?:tre|ho|hinh)\b)"
)
_AHEAD = 20  # rows within which the next child tells whether a number goes on
_LONG = 16  # letters of a cell that may hold a name and a date


class Kind(Enum):
    """What a row that does not plainly speak of a child may be."""

    NOTHING = auto()  # blank, a number alone, a caption, a total, the heading once more
    NAME = auto()  # somebody's name where the list has its names
    WORDS = auto()  # other words there
    FACT = auto()  # a birth or a number of 12 figures where the list has them
    WHOLE = auto()  # one cell with several parts, a date or number among them
    OTHER = auto()


class Body(NamedTuple):
    """The places of the rows about children, and of rows among them that nobody understands."""

    children: list[int]
    unread: list[int]


def body(rows: Sequence[Row], cells: Sequence[Mapping[str, str]], block: Block, *, above: bool, below: bool) -> Body:
    """Tell the rows of a table, or of a stretch of it, apart. `above`, `below`: children stand before the first of them, after the last."""
    sure = [_is_child(row, said, block) for row, said in zip(rows, cells, strict=True)]
    if all(sure):
        return Body(list(range(len(rows))), [])
    last = len(rows) if below else max((place for place, child in enumerate(sure) if child), default=-1)
    children: list[int] = []
    unread: list[int] = []
    for place, row in enumerate(rows):
        if sure[place]:
            children.append(place)
            continue
        kind = kind_of(cells[place], row.cells, block)
        if kind is Kind.NOTHING:
            continue
        before = children[-1] if children else None
        counted = _counts_on(place, before, cells, sure)
        touches = row.number - 1 in {rows[before].number if before is not None else 0, numbering.number(block.strand, block.heading_row)}
        among = place < last
        if kind is Kind.WORDS:
            child = counted == 2 or (counted == 1 and touches and not among)
        elif kind is Kind.OTHER:
            child = False
        else:
            child = among or touches or counted > 0
        if child:
            children.append(place)
        elif among and (children or above):
            unread.append(place)
    return Body(children, unread)


def may_be_child(cells: Mapping[str, str], raw: Sequence[str], block: Block) -> bool:
    """Whether a row by itself speaks of a child, or holds what only a child has there."""
    return reading.is_child_row(cells, raw) or kind_of(cells, raw, block) in {Kind.FACT, Kind.WHOLE}


def kind_of(cells: Mapping[str, str], raw: Sequence[str], block: Block) -> Kind:
    """What a row that does not plainly speak of a child may be by itself."""
    filled = [cell.strip() for cell in raw if cell.strip()]
    words = [cell for cell in filled if not _ORDER.fullmatch(cell)]
    if (
        not words
        or all(map(is_nothing, words))
        or reading.is_aside(cells)
        or headings.is_counting_row(raw)
        or headings.repeats(cells, block)
    ):
        return Kind.NOTHING
    if sections.line(raw) or reading.is_total(filled[0]) or reading.is_total(words[0]) or captions.OF_A_PAGE.match(plain(words[0])):
        return Kind.NOTHING
    name, number = cells.get("full_name", "") or cells.get("given_name", ""), reading.personal_number(cells.get("personal_number", ""))
    if register.read_number(number) or _DATED.search(cells.get("birth_date", "")):
        return Kind.FACT
    if any(map(is_whole, words)):
        return Kind.WHOLE
    if name and is_person(name):
        return Kind.NAME
    if any(is_person(cell) for cell in words) and len(words) == 1 and words[0] == cells.get("number", ""):
        return Kind.NAME  # moved by a column
    return Kind.WORDS if name and not is_nothing(name) else Kind.OTHER


def is_whole(text: str) -> bool:
    """Whether one cell says what a row of a list does: "2;Võ Văn Quý;01/01/2018;Hộ nghèo"."""
    return is_dated(text) and len(_PARTS.split(text)) >= _FEWEST


def is_dated(text: str) -> bool:
    """Whether a text says a day or a number of 12 figures, and more beside it."""
    return len(text) > _LONG and _DATED.search(text) is not None


def is_person(text: str) -> bool:
    """Whether a text is a person's name as people write one: a surname first, every word with a capital; no caption that sounds alike."""
    return guessing.is_name(text) and all(word[0].isupper() for word in text.split()) and not _NOBODY.match(plain(text))


def _is_child(row: Row, cells: Mapping[str, str], block: Block) -> bool:
    return reading.is_child_row(cells, row.cells) and not headings.is_counting_row(row.cells) and not headings.repeats(cells, block)


def _counts_on(place: int, before: int | None, cells: Sequence[Mapping[str, str]], sure: Sequence[bool]) -> int:
    """On how many sides the number of a row goes on with its neighbours' that are children."""
    own = _order(cells[place])
    if own is None:
        return 0
    after = next((other for other in range(place + 1, min(place + _AHEAD, len(cells))) if sure[other]), None)
    one = before is not None and _order(cells[before]) == own - 1
    other = after is not None and _order(cells[after]) == own + (after - place if _all_order(cells[place:after]) else 1)
    return one + other


def _all_order(cells: Sequence[Mapping[str, str]]) -> bool:
    return all(_order(one) is not None for one in cells)


def _order(cells: Mapping[str, str]) -> int | None:
    found = _ORDER.fullmatch(cells.get("number", ""))
    return int(found[1]) if found else None

"""What a row says outside the texts of the columns that are read: cells or letters struck out, comments on its cells, words in the margin,
words of a death or a move in a column nobody reads, more cells than its text file has columns.

They are kept with the row in a column of their own behind those of the file, so that they are asked about until somebody answers; the words
stay as typed, each behind the letters of its column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from mangnon.intake.records import Block, Heading
from mangnon.intake.rules import remarks
from mangnon.intake.rules.heading import person_of
from mangnon.intake.rules.reading import ALL
from mangnon.intake.rules.words import is_mark, is_nothing, plain
from mangnon.lib import legacy_text
from mangnon.lib.tables import Row
from mangnon.lib.tables.addresses import column_letters

FIELD = "aside"
_STRUCK = "~~"
_WIDE = "<>"
_NEXT = " | "
_PART = re.compile(r"(@?)([A-Z]{1,3}): (.*)")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 300  # letters kept of a comment
_OTHERS = re.compile(r"\b(?:ong|ba|phu huynh|nguoi than|giay|quyet dinh|khai sinh|noi sinh|que quan|truong|tiem|vac xin)\b")


class Aside(NamedTuple):
    """Words in a column nobody reads, or a comment on a cell: the letters of the column, the words."""

    column: str
    text: str
    comment: bool = False


class Struck(NamedTuple):
    """A column of ours in which a cell is struck out, or only some letters of it, which are no part of its text."""

    field: str
    letters: str = ""


def beside(heading: Heading, *, said: bool, width: int, alone: bool) -> Heading:
    """The heading with a column for asides, where cells of the sheet (its rows so many columns wide) say something besides their texts, or
    are too many, or nobody reads a column. `alone`: no other table stands beside it, whose columns those without a title may be.
    """
    place = max(width, len(heading.titles))
    if not said and not _unread(heading.places, heading.titles, place, alone):
        return heading
    titles = (*heading.titles, *[""] * (place + 1 - len(heading.titles)))
    return replace(heading, places={**heading.places, FIELD: place}, titles=titles)


def told(rows: Iterable[Row], block: Block, *, alone: bool, samples: Sequence[Sequence[str]] = (), wider_than: int = 0) -> Iterator[Row]:
    """The rows, each with what it says outside the columns that are read. `samples` show which columns without a title are a margin; a row
    of a text file that is `wider_than` its others says so.
    """
    place, name = block.places.get(FIELD), block.placed("full_name")
    if place is None or name is None:
        yield from rows
        return
    unread, whole = _unread(block.places, block.titles, place, alone), block.encodings.get(ALL, "")
    fields = {at: field for field, at in block.places.items() if field not in {FIELD, "number"}}
    margin = {at for at in unread if (at >= len(block.titles) or not block.titles[at]) and _is_margin(at, samples)}
    for row in rows:
        width = len(row.cells)
        found = [
            _part(at, text) for at in unread
            if at < width and (text := row.cells[at]) and remarks.said(legacy_text.decode(text, whole) if whole else text)
        ]  # fmt: skip
        struck = name in row.struck and name < width
        if (row.struck or row.beside or any(row.cells[at] for at in margin if at < width)) and _is_full(row.cells, fields):
            found += _more(row, {} if struck else fields, margin, whole)
        if struck:
            found.insert(0, _STRUCK)
        if 0 < wider_than < width:
            found.insert(0, f"{_WIDE} {' '.join(filter(None, row.cells[wider_than:]))}")
        if found:
            row = row._replace(cells=_with(row.cells, place, found))
        yield row


def _part(at: int, text: str, mark: str = "") -> str:
    return f"{mark}{column_letters(at + 1)}: {text.replace(_NEXT, ' / ')}"


def _more(row: Row, fields: Mapping[int, str], margin: set[int], whole: str) -> Iterator[str]:
    """What a row says besides, of a child that is not struck out: cells of `fields` that are, letters that are, comments, its margin."""
    yield from (f"{_STRUCK}{fields[at]}" for at in row.struck if at in fields)
    for one in row.beside:
        text = "; ".join(one.text.split("\n"))[:_LONGEST]
        if not one.struck:
            yield _part(one.place, text, "@")
        elif one.place in fields:
            yield f"{_STRUCK}{fields[one.place]}: {text.replace(_NEXT, ' / ')}"
    for at in sorted(margin):
        if at < len(row.cells) and (text := row.cells[at]):
            words = legacy_text.decode(text, whole) if whole else text
            if (_says_something(words) or remarks.of_a_note(words)) and not remarks.said(words):
                yield _part(at, text)


def _is_margin(at: int, samples: Sequence[Sequence[str]]) -> bool:
    """Whether a column without a title holds words beside some rows; one that is filled beside most is a column of the table."""
    return 2 * sum(1 for cells in samples if at < len(cells) and cells[at]) <= len(samples)


def _says_something(text: str) -> bool:
    return _WORD.search(text) is not None and is_mark(text) is None and not is_nothing(text)


def _is_full(cells: Sequence[str], fields: Mapping[int, str]) -> bool:
    """Whether a row says two things of a child: no caption, no signature."""
    return sum(1 for at in fields if at < len(cells) and cells[at]) > 1


def _with(cells: Sequence[str], place: int, found: list[str]) -> list[str]:
    """The cells of a row with its asides in their column; what stands there in a row wider than those seen first is told with them."""
    if place < len(cells) and cells[place]:
        found = [*found, f"{column_letters(place + 1)}: {cells[place]}"]
    return [*cells[:place], *[""] * (place - len(cells)), _NEXT.join(found), *cells[place + 1 :]]


def is_struck(text: str) -> bool:
    """Whether an aside says that the name is struck out."""
    return _STRUCK in text.split(_NEXT, 1)[:1]


def beyond(text: str) -> str:
    """What stands in the cells that a row has more than the others of its text file, as an aside says; "" when it has none."""
    return text.partition(_NEXT)[0].removeprefix(_WIDE).strip() if text.startswith(_WIDE) else ""


def words(text: str) -> Iterator[Aside]:
    """The words an aside holds."""
    for part in text.split(_NEXT):
        if found := _PART.fullmatch(part):
            yield Aside(found[2], found[3], bool(found[1]))


def struck(text: str) -> Iterator[Struck]:
    """The columns besides the name in which an aside says that something is struck out."""
    for part in text.split(_NEXT):
        if part.startswith(_STRUCK) and part != _STRUCK:
            field, _, letters = part.removeprefix(_STRUCK).partition(": ")
            yield Struck(field, letters)


def _unread(places: Mapping[str, int], titles: Sequence[str], width: int, alone: bool) -> list[int]:
    """The columns up to a place that are none of ours and may speak of the child, as far as their titles say."""
    taken = set(places.values())
    return [at for at in range(width) if at not in taken and _may_speak(titles[at] if at < len(titles) else "", alone)]


def _may_speak(title: str, alone: bool) -> bool:
    """Whether a title is not of parents, papers, schools: what stands below those does not say where the child is."""
    return not person_of(title) and not _OTHERS.search(plain(title)) if title else alone

"""What a row says outside the columns that are read: its name struck out, words of a death or a move in a column nobody reads, more cells
than its text file has columns.

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
from mangnon.intake.rules.words import plain
from mangnon.lib import legacy_text
from mangnon.lib.tables import Row
from mangnon.lib.tables.addresses import column_letters

FIELD = "aside"
_STRUCK = "~~"
_WIDE = "<>"
_NEXT = " | "
_PART = re.compile(r"([A-Z]{1,3}): (.*)")
_OTHERS = re.compile(r"\b(?:ong|ba|phu huynh|nguoi than|giay|quyet dinh|khai sinh|noi sinh|que quan|truong|tiem|vac xin)\b")


class Aside(NamedTuple):
    """Words in a column nobody reads: its letters, the words."""

    column: str
    text: str


def beside(heading: Heading, *, struck: bool, width: int, alone: bool) -> Heading:
    """The heading with a column for asides, where the sheet (its rows so many columns wide) has struck letters, or rows too wide, or nobody
    reads a column. `alone`: no other table stands beside it, whose columns those without a title may be.
    """
    place = max(width, len(heading.titles))
    if not struck and not _unread(heading.places, heading.titles, place, alone):
        return heading
    titles = (*heading.titles, *[""] * (place + 1 - len(heading.titles)))
    return replace(heading, places={**heading.places, FIELD: place}, titles=titles)


def told(rows: Iterable[Row], block: Block, *, alone: bool, wider_than: int = 0) -> Iterator[Row]:
    """The rows, each with what it says outside the columns that are read, and those of a text file wider than its others as such."""
    place, name = block.places.get(FIELD), block.placed("full_name")
    if place is None or name is None:
        yield from rows
        return
    unread, whole = _unread(block.places, block.titles, place, alone), block.encodings.get(ALL, "")
    for row in rows:
        width = len(row.cells)
        found = [
            f"{column_letters(at + 1)}: {text}" for at in unread
            if at < width and (text := row.cells[at]) and remarks.said(legacy_text.decode(text, whole) if whole else text)
        ]  # fmt: skip
        if name in row.struck and name < width:
            found.insert(0, _STRUCK)
        if 0 < wider_than < width:
            found.insert(0, f"{_WIDE} {' '.join(filter(None, row.cells[wider_than:]))}")
        if found:
            row = row._replace(cells=_with(row.cells, place, found))
        yield row


def _with(cells: Sequence[str], place: int, found: list[str]) -> list[str]:
    """The cells of a row with its asides in their column; what stands there in a row wider than those seen first is told with them."""
    if place < len(cells) and cells[place]:
        found = [*found, f"{column_letters(place + 1)}: {cells[place]}"]
    return [*cells[:place], *[""] * (place - len(cells)), _NEXT.join(found), *cells[place + 1 :]]


def is_struck(text: str) -> bool:
    """Whether an aside says that the name is struck out."""
    return text.startswith(_STRUCK)


def beyond(text: str) -> str:
    """What stands in the cells that a row has more than the others of its text file, as an aside says; "" when it has none."""
    return text.partition(_NEXT)[0].removeprefix(_WIDE).strip() if text.startswith(_WIDE) else ""


def words(text: str) -> Iterator[Aside]:
    """The words an aside holds."""
    for part in text.split(_NEXT):
        if found := _PART.fullmatch(part):
            yield Aside(found[1], found[2])


def _unread(places: Mapping[str, int], titles: Sequence[str], width: int, alone: bool) -> list[int]:
    """The columns up to a place that are none of ours and may speak of the child, as far as their titles say."""
    taken = set(places.values())
    return [at for at in range(width) if at not in taken and _may_speak(titles[at] if at < len(titles) else "", alone)]


def _may_speak(title: str, alone: bool) -> bool:
    """Whether a title is not of parents, papers, schools: what stands below those does not say where the child is."""
    return not person_of(title) and not _OTHERS.search(plain(title)) if title else alone

"""What stands over the rows and speaks of all of them: the title of a list, the name of its sheet, lines that divide it ("II. Giảm").

Each row carries it in a cell of its own, as it carries the hamlet of its section: the title first, the section after it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mangnon.intake.records import Heading
from mangnon.intake.rules import feet
from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row

FIELD = "banner"
TITLE = "Tiêu đề, mục của danh sách"
_BETWEEN = " › "
_LONGEST = 200
_SHORT = 4  # letters of a cell of the row that numbers the columns: "(12)"
_OF_OTHERS = re.compile(r"^(?:can cu|ghi chu|luu y|noi nhan|nguoi lap)\b")
_COUNTED = re.compile(r"^(?:tong|cong)\b")
_ORDINAL = re.compile(r"\(?(?:[IVXLC]{1,6}|[A-Z]|\d{1,3}|[x\-*])\)?[.)/]?")
_FIGURES = re.compile(r"\d{5}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")


def over(lines: Sequence[Sequence[str]], sheet: str, words: re.Pattern[str]) -> str:
    """What the lines over a heading and the name of its sheet say in words a format looks for; "" for nothing."""
    cells = (cell for line in lines if len(_filled(line)) <= 4 for cell in _filled(line))
    told = [text for text in (*cells, sheet) if words.search(plain(text)) and not _OF_OTHERS.match(plain(text)) and not _counts(text)]
    return "; ".join(dict.fromkeys(" ".join(text.split()) for text in told))[:_LONGEST]


def line(cells: Sequence[str], words: re.Pattern[str]) -> str:
    """The section a line between the rows begins, where its words are such as a format looks for. Lines of children are long."""
    if sum(map(bool, cells)) > 4:
        return ""
    filled = _filled(cells)
    said = [cell for cell in filled if not _ORDINAL.fullmatch(cell)]
    if len(said) != 1 or len(filled) > 2 or len(said[0]) > 80 or _FIGURES.search(said[0]) or _counts(said[0]):
        return ""
    return " ".join(" ".join(filled).split()) if words.search(plain(said[0])) else ""


def divided(heading: Heading, samples: Iterable[Sequence[str]], words: re.Pattern[str], *, known: str) -> Heading:
    """The heading with a column for what stands over the rows, where anything does."""
    if FIELD in heading.places or not (known or any(line(cells, words) for cells in samples)):
        return heading
    return replace(heading, places={**heading.places, FIELD: len(heading.titles)}, titles=(*heading.titles, TITLE))


def told(rows: Iterable[Row], places: Mapping[str, int], words: re.Pattern[str] | None, *, known: str) -> Iterator[Row]:
    """The rows, each with what stands over it; the lines of sections stay as they are."""
    place = places.get(FIELD)
    if place is None or words is None:
        yield from rows
        return
    section = ""
    for row in rows:
        if named := line(row.cells, words):
            section = named
        elif any(map(str.strip, row.cells)) and max(map(len, row.cells)) > _SHORT:
            said = _BETWEEN.join((known, section)) if section else known
            row = Row(row.number, [*row.cells[:place], *[""] * (place - len(row.cells)), said, *row.cells[place:]], row.hidden)
        yield row


def parts(banner: str) -> tuple[str, str]:
    """The title and the section of a banner, in plain words."""
    title, _, section = banner.partition(_BETWEEN)
    return plain(title), plain(section)


def _filled(cells: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def _counts(text: str) -> bool:
    return feet.begins(text, _COUNTED) is not None

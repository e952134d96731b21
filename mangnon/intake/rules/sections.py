"""Lists divided by hamlet: a line of its own ("Ấp Tân Bình", "II. Khu vực 2") over the children who live there, or a sheet for each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mangnon.intake.records import Heading
from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row

TITLE = "Ấp, khu vực (theo dòng tiêu đề nhóm)"
FIELD = "hamlet"
_NUMBERED = re.compile(r"^\s*(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\s*[.)/:\-]\s*(?=\S)")
_HAMLET = re.compile(r"^(?:ap|khu vuc|khom|thon|to dan pho|khu pho|buon|xom|phum) \S|^(?:ap|kv|kp|tdp|to) ?\d")
_ORDINAL = re.compile(r"\(?(?:[IVXLC]{1,6}|[A-Z]|\d+)\)?[.)]?")
_COUNTED = re.compile(r"\s*(?:[:(]|-\s)\s*(?:\d+|tổng|có|gồm)\b.*$", re.IGNORECASE)
_LONGEST = 60


def caption(cells: Sequence[str]) -> str:
    """The hamlet a line names for the rows below it; "" for every other line. A number beside it counts its children."""
    if len({*map(str.strip, cells)}) > 4:
        return ""
    filled = list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    words = [cell for cell in filled if not _ORDINAL.fullmatch(cell)]
    if len(words) != 1 or len(filled) > 3 or len(words[0]) > _LONGEST:
        return ""
    text = _COUNTED.sub("", _NUMBERED.sub("", words[0])).strip(" :;.-")
    return text if _HAMLET.match(plain(text)) else ""


def divided(heading: Heading, samples: Iterable[Sequence[str]]) -> Heading:
    """The heading with a column for the hamlet when lines name it and no column of the list does."""
    if FIELD in heading.places or not any(caption(cells) for cells in samples):
        return heading
    return replace(heading, places={**heading.places, FIELD: len(heading.titles)}, titles=(*heading.titles, TITLE))


def told(rows: Iterable[Row], heading: Heading) -> Iterator[Row]:
    """The rows, each with the hamlet of the last line that named one where its own cell says nothing. The lines themselves stay."""
    place = heading.places.get(FIELD)
    hamlet = ""
    for row in rows:
        if place is not None:
            if named := caption(row.cells):
                hamlet = named
            elif hamlet and (place >= len(row.cells) or not row.cells[place].strip()):
                row = Row(row.number, [*row.cells[:place], *[""] * (place - len(row.cells)), hamlet, *row.cells[place + 1 :]], row.hidden)
        yield row

"""What stands over the rows and speaks of all of them: the title of a list, the name of its sheet, lines that divide it ("II. Giảm").

Each row carries it in a cell of its own, as it carries the hamlet of its section: the title first, the section after it.
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace

from mangnon.intake.records import Block, Heading
from mangnon.intake.rules import captions, feet
from mangnon.intake.rules.words import plain

FIELD = "banner"
TITLE = "Tiêu đề, mục của danh sách"
BETWEEN = " › "  # a title and the sections under it
LINES = "; "  # the lines of a title, and the name of the sheet
_LONGEST = 200
_NUMBER = re.compile(r"^(?:\(?(?:[IVX]+|[A-Za-zĐđ]|\d{1,2}(?:\.\d{1,2})*)\)?[.)/:–-]?|[*+•–-])\s+")
_OF_OTHERS = re.compile(r"^(?:can cu|ghi chu|luu y|noi nhan|nguoi lap)\b")
_COUNTED = re.compile(r"^(?:tong|cong)\b")


def over(lines: Sequence[Sequence[str]], sheet: str, words: re.Pattern[str]) -> str:
    """What the lines over a heading and the name of its sheet say in words a format looks for; "" for nothing."""
    cells = (cell for line in lines if len(_filled(line)) <= 4 for cell in _filled(line))
    told = [text for text in (*cells, sheet) if words.search(plain(text)) and not _OF_OTHERS.match(plain(text)) and not _counts(text)]
    return LINES.join(dict.fromkeys(" ".join(text.split()) for text in told))[:_LONGEST]


def line(cells: Sequence[str], words: re.Pattern[str]) -> str:
    """The section a line between the rows begins, where its words are such as a format looks for."""
    found = captions.caption(cells)
    return found.text if found and words.search(plain(found.words)) else ""


def divided(heading: Heading, samples: Iterable[Sequence[str]], words: re.Pattern[str], *, known: str) -> Heading:
    """The heading with a column for what stands over the rows, where anything does."""
    if FIELD in heading.places or not (known or any(line(cells, words) for cells in samples)):
        return heading
    return replace(heading, places={**heading.places, FIELD: len(heading.titles)}, titles=(*heading.titles, TITLE))


def last(block: Block) -> Block:
    """The block with its column of banners behind every other: what stands in a row beyond the titles moves up behind it."""
    if (place := block.places.get(FIELD)) is None:
        return block
    titles = [title for at, title in enumerate(block.titles) if at != place]
    places = {field: at - (at > place) for field, at in block.places.items()}
    return replace(block, places={**places, FIELD: len(titles)}, titles=(*titles, block.titles[place]))


def levels(banner: str) -> list[str]:
    """What a banner says in plain words, from the section nearest to the row out to the title."""
    return [plain(part) for part in reversed(banner.split(BETWEEN))]


def is_title(banner: str) -> bool:
    """Whether a banner is a title alone, in which "hộ nghèo" may stand for near-poor ones too."""
    return BETWEEN not in banner


def one_said[T](banner: str, says: Callable[[str], Set[T]]) -> T | None:
    """What the nearest section that says anything, or else the title, says alone; its number is left out. Of a title of several things the
    one that its last line, or the sheet, says of them.
    """
    for level in reversed(banner.split(BETWEEN)):
        *others, last = [says(_NUMBER.sub("", text)) for text in level.split(LINES)]
        before = frozenset[T]().union(*others)
        said = last if last and (not before or last < before) else before | last
        if said:
            return next(iter(said)) if len(said) == 1 else None
    return None


def _filled(cells: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def _counts(text: str) -> bool:
    return feet.begins(text, _COUNTED) is not None

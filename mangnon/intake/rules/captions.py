"""Lines that name what stands below them, "II. HỘ CẬN NGHÈO", "* | Khu vực 9", and how they are numbered, which tells the level of each."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mangnon.intake.rules import feet
from mangnon.intake.rules.words import plain

MOST = 4  # cells of such a line; those of children are more
COUNTED, CAPITALS, LETTERS = "1", "AA", "aa"  # marks of lines numbered as children are, or by nothing but their letters
OF_A_PAGE = re.compile(r"^(?:trang|to so|danh sach|bang|bieu|ubnd|uy ban|mau|phu luc|cong hoa|doc lap|kem theo|don vi|so \d)\b")
_ORDINAL = re.compile(r"\(?(?:[IVX]{1,6}|[A-ZĐ]|[a-zđ](?=[.)])|\d{1,3}(?:\.\d{1,2})*|[IVX]{1,6}(?:\.\d{1,2})+)\)?[.)/]?|[*+•–—-]")
_BEGINS = re.compile(
    r"(?:(?:phần|mục)\s+)?((?:[IVX]{1,6}|[A-ZĐ]|\d{1,2})(?:\.\d{1,2})*)\s*[.)/:–-]\s*(?=\S)|([a-zđ])\)\s*(?=\S)|([*+•–—-])\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVX]+")
_COUNTS = re.compile(r"^(?:tong|cong)\b")
_OF_OTHERS = re.compile(r"^(?:can cu|ghi chu|luu y|noi nhan|nguoi lap)\b")
_PERSON = re.compile(
    r"^(?:(?:chủ )?hộ\s*:|(?:(?:hộ|gia đình|hộ gia đình)\s+)?(?:ông|bà|anh|chị|cô|chú)\b|(?:chủ hộ|cha|mẹ|bố)\b)", re.IGNORECASE
)
_FIGURES = re.compile(r"\d{5}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")
_EDGES = " .()/:–—-"
_TITLE = re.compile(r"^(?:danh sach|bang|bieu)\b")
_LONGEST, _LONG = 80, 200  # letters of a line, of a title


class Caption(NamedTuple):
    """A line as it stands, its words without the number, the kind of number, and which one it is; 0 of a sign or of none."""

    text: str
    words: str
    mark: str
    order: int


def caption(cells: Sequence[str]) -> Caption | None:
    """What a line names: one text, perhaps with its number before it and a count behind; None for a child, a total, a note, a person."""
    if sum(map(bool, cells)) > MOST:
        return None
    filled = list(dict.fromkeys(text for cell in cells if (text := " ".join(cell.split()))))
    if not filled or len(filled) > 3:
        return None
    ordinal = filled.pop(0) if len(filled) > 1 and is_ordinal(filled[0]) else ""
    words, *behind = filled
    if is_ordinal(words) or len(words) > _LONGEST or _FIGURES.search(words):
        return None
    text = f"{ordinal} {words}".strip()
    if not ordinal and (found := _BEGINS.match(words)):
        ordinal, words = next(filter(None, found.groups())), words[found.end() :]
    mark, order = _numbered(ordinal) if ordinal else (CAPITALS if words.isupper() else LETTERS, 0)
    if behind and not (len(behind) == 1 and behind[0].isdigit() and mark not in {COUNTED, CAPITALS, LETTERS}):
        return None
    folded = plain(words)
    if not folded or _OF_OTHERS.match(folded) or OF_A_PAGE.match(folded) or _PERSON.match(words) or feet.begins(words, _COUNTS):
        return None
    return Caption(text, words, mark, order)


def title(cells: Sequence[str]) -> str:
    """A title among the rows, of a page over again or of a further table: "DANH SÁCH HỘ CẬN NGHÈO"; "" for every other line."""
    filled = list(dict.fromkeys(text for cell in cells if (text := " ".join(cell.split()))))
    return filled[0] if len(filled) == 1 and len(filled[0]) <= _LONG and _TITLE.match(plain(filled[0])) else ""


def is_ordinal(text: str) -> bool:
    """Whether a cell only numbers its line: "II", "3.", "(A)", "1.2", "*"."""
    return _ORDINAL.fullmatch(text) is not None


def _numbered(ordinal: str) -> tuple[str, int]:
    """The kind of a number and its value: "II." → "I", 2; "B" → "A", 2; "1.2" → "1.1", 2; "*" → "*", 0."""
    bare = ordinal.strip(_EDGES)
    if not bare or not bare[-1].isalnum():
        return ordinal, 0
    *outer, last = bare.split(".")
    if last.isdigit():
        mark, order = COUNTED, int(last)
    elif _ROMAN.fullmatch(last):
        mark, order = "I", _of_roman(last)
    else:
        mark, order = ("A" if last.isupper() else "a"), ord(last[0].lower()) - ord("a") + 1
    return ".".join(["1"] * len(outer) + [mark]), order


def _of_roman(text: str) -> int:
    values = ["IVX".index(sign) for sign in text]
    worth = [(1, 5, 10)[value] for value in values]
    return sum(-own if own < next_one else own for own, next_one in zip(worth, [*worth[1:], 0], strict=True))

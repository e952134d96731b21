"""What stands before a clause: "Phần I", "A.", "I.", "Điều 1.", "1.", "1.1.", "a)", "-", "+".

Kinds and their order: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """Kinds of marks from the outermost to the innermost."""

    PART = 1
    CHAPTER = 2
    DIVISION = 3
    LETTER = 4
    ROMAN = 5
    ARTICLE = 6
    NUMBER = 7
    DECIMAL = 8
    SUBDECIMAL = 9
    POINT = 10
    PAREN = 11
    DASH = 12
    PLUS = 13


@dataclass(frozen=True)
class Marker:
    """A mark found at the start of a line: its kind, its number as text ("IV", "3", "đ", "2.1"), the mark as printed, the rest."""

    rank: Rank
    number: str
    mark: str
    rest: str


ALPHABET = "abcdđeghiklmnopqrstuvxy"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ORDINALS = {word: i for i, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)}
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}

_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.PART, re.compile(r"^((?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?([IVXL]+|\d{1,2}|\w+)\s*[.:–-]?)(?:\s+|$)(.*)$")),
    (Rank.CHAPTER, re.compile(r"^((?:CHƯƠNG|Chương)\s+([IVXL]+|\d{1,2})\s*[.:–-]?)(?:\s+|$)(.*)$")),
    (Rank.DIVISION, re.compile(r"^((?:MỤC|Mục)\s+([IVXL]+|\d{1,2})\s*[.:–-]?)(?:\s+|$)(.*)$")),
    (Rank.ARTICLE, re.compile(r"^((?:ĐIỀU|Điều)\s+(\d{1,3})\s*[.:])\s*(.*)$")),
    (Rank.ROMAN, re.compile(r"^(([IVXL]{1,7})\s?[.)/:–-])\s*(.*)$")),
    (Rank.LETTER, re.compile(r"^(([A-HĐ])\s?[./–-])\s+(.*)$")),
    (Rank.DECIMAL, re.compile(r"^((\d{1,2}\.\d{1,2})[.)]?)\s+([^\W\d_].*)$")),
    (Rank.SUBDECIMAL, re.compile(r"^((\d{1,2}(?:\.\d{1,2}){2,3})[.)]?)\s+([^\W\d_].*)$")),
    (Rank.NUMBER, re.compile(r"^((\d{1,2})\s?[./])\s*((?=[^\W\d_]|[“\"(]|\d{2,3}\s?%).*)$")),
    (Rank.NUMBER, re.compile(r"^((\d{1,2})\s?[–-])\s+([^\W\d_].*)$")),
    (Rank.PAREN, re.compile(r"^(\(?(\d{1,2})\))\s*(.*)$")),
    (Rank.POINT, re.compile(r"^(([a-zđ])\s?[.)])\s*(.*)$")),
    (Rank.DASH, re.compile(r"^([-–—•●▪⁃*])()\s*(.*)$")),
    (Rank.PLUS, re.compile(r"^(\+)()\s*(.*)$")),
)


def marker(text: str) -> Marker | None:
    """The mark a line would carry if it began a clause; whether it does, the tree decides."""
    text = " ".join(text.split())
    for rank, pattern in _PATTERNS:
        if (found := pattern.match(text)) and (number := _number(rank, found[2])) is not None:
            return Marker(rank=rank, number=number, mark=found[1], rest=found[3])
    return None


def follows(rank: Rank, before: str | None, number: str) -> bool:
    """Whether a number is the first of its kind (nothing before) or the next after the one before."""
    if rank in (Rank.DASH, Rank.PLUS):
        return True
    if rank is Rank.POINT:
        return _letter_follows(ALPHABET, before, number) or _letter_follows(_LATIN, before, number)
    if rank is Rank.LETTER:
        return _letter_follows("ABCDĐEGH", before, number) or _letter_follows("ABCDEFGH", before, number)
    return _value(number) == (_value(before) + 1 if before else 1)


def _number(rank: Rank, text: str) -> str | None:
    if rank in (Rank.PART, Rank.CHAPTER, Rank.DIVISION):
        if text.isdigit() or _roman(text):
            return text
        return to_roman(_ORDINALS[text.lower()]) if text.lower() in _ORDINALS else None
    if rank is Rank.ROMAN:
        return text if _roman(text) else None
    return str(int(text)) if text.isdigit() else text


def _letter_follows(alphabet: str, before: str | None, number: str) -> bool:
    index: Callable[[str], int] = alphabet.find
    return index(number) == (index(before) + 1 if before and before in alphabet else 0) if number in alphabet else False


def _value(number: str) -> int:
    last = number.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else _roman(last) or 0


def _roman(text: str) -> int | None:
    """Value of a well-formed Roman number below 90."""
    if not text or any(c not in _ROMAN_DIGITS for c in text):
        return None
    values = [_ROMAN_DIGITS[c] for c in text]
    total = sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
    return total if to_roman(total) == text else None


def to_roman(value: int) -> str:
    """4 → "IV"."""
    text = ""
    for size, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            text, value = text + sign, value - size
    return text

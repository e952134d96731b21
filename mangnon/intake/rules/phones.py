"""Telephone numbers: one way of writing for all the ways lists write them, and whose each number of a cell is."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from mangnon.intake.rules import words
from mangnon.register.vocabulary.people import CarerRole

# Quyết định 798/QĐ-BTTTT of 2018: mobile numbers of eleven figures became ten on 15 September 2018.
_OLD_MOBILE = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_OLD_CODES = {"0710": "0292", "0711": "0293"}  # Cần Thơ, Hậu Giang until 2017
_MOBILE = re.compile(r"0[35789][0-9]{8}")
_LANDLINE = re.compile(r"02[0-9]{9}")
_ASIDE = re.compile(r"\([^()]*[^\W\d_][^()]*\)")  # "(mẹ)", but not "(+84)"
_LETTER_O = re.compile(r"(?<![^\W\d_])[oO](?=\d)|(?<=\d)[oO](?![^\W\d_])")
_WORDS = re.compile(r"[^\W\d_]+[.:]?")  # "ĐT:", "mẹ", "gọi giờ hành chính"
_CELL = re.compile(r"^(\d+)[.,]0$")  # 909123456.0 of a number cell
_SEPARATED = re.compile(r"[/;,]|\s+-\s+|\bhoặc\b", re.IGNORECASE)
_BEGINS = re.compile(r"\+?84|\(?[0+]")
_TWO = 18  # figures of two numbers
_LONGEST = 60  # letters of a text that holds two
_BETWEEN = re.compile(r"[\s.\-()]")
_BEGINS_LABELLED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?[.:]? *\+?\d")  # "Mẹ: 09…", "bà nội 09…"
_GRANDPARENTS = re.compile(r"\b(?:nội|ngoại|noi|ngoai)\b", re.IGNORECASE)
_OWNERS = (
    (re.compile(r"\b(?:cha|bố|bo|ba|tía|tia|chồng)\b|\bc[\s.:-]*(?=[+(]?\d)|\(c\)", re.IGNORECASE), CarerRole.FATHER),  # "C: 09…"
    (re.compile(r"\b(?:mẹ|me|má|ma|vợ)\b|\bm[\s.:-]*(?=[+(]?\d)|\(m\)", re.IGNORECASE), CarerRole.MOTHER),
    (re.compile(r"\b(?:ông|ong|bà|cô|co|dì|di|chú|chu|bác|bac|cậu|cau|mợ|thím|dượng)\b", re.IGNORECASE), CarerRole.GUARDIAN),
)
_DENYING = frozenset({"khong", "ko", "k", "kg", "kh", "hong", "hok", "chua"})
_FIGURES = re.compile(r"(?<!\d)(?:\+?84|0)[\d .-]{8,13}\d(?!\d)")


class Number(NamedTuple):
    """One number of a cell, as typed; whose the words beside it say it is, None when they do not."""

    text: str
    owner: CarerRole | None


@lru_cache(maxsize=1 << 13)  # asked more than once for one row
def read_phone(text: str) -> str | None:
    """0912345678 of "+84 912 345 678", "84912345678", "912345678" (a zero lost in a spreadsheet), "0163 1234567" (of old), "O912345678"
    (a letter O), "Mẹ: 0912345678"."""
    if _MOBILE.fullmatch(text):  # as nearly all are written
        return text
    text = _ASIDE.sub("", unicodedata.normalize("NFKC", text)).strip().lstrip("'")
    figures = _WORDS.sub("", _LETTER_O.sub("0", text)).strip()
    digits = _BETWEEN.sub("", _CELL.sub(r"\1", figures))
    if digits.startswith("+"):
        digits = "0" + digits[3:] if digits.startswith("+84") else ""
    elif digits.startswith("0084"):
        digits = "0" + digits[4:]
    elif digits.startswith("84") and len(digits) in {11, 12}:
        digits = "0" + digits[2:]
    elif digits[:1] != "0" and len(digits) in {9, 10}:
        digits = "0" + digits
    digits = digits.replace("00", "0", 1) if digits.startswith("00") else digits
    if len(digits) == 11 and digits[:4] in _OLD_MOBILE:
        digits = _OLD_MOBILE[digits[:4]] + digits[4:]
    for old, new in _OLD_CODES.items():
        if digits.startswith(old) and len(digits) == len(old) + 7:
            digits = new + digits[len(old) :]
    return digits if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits) else None


def several(text: str) -> tuple[str, ...]:
    """The parts of a cell that may hold several numbers."""
    return tuple(one for part in _SEPARATED.split(text) if part.strip() for one in _two(part.strip()))


def _two(text: str) -> tuple[str, ...]:
    """ "0939 123 456 0907 111 222": two numbers with nothing but a space between, where there is one way to part them."""
    if len(text) > _LONGEST or sum(map(str.isdigit, text)) < _TWO:
        return (text,)
    for begins in (_BEGINS_LABELLED, _BEGINS) if text[0].isalpha() else (_BEGINS,):  # "Mẹ 0939… Cha 0907…"
        places = [found.end() for found in re.finditer(r"\s+", text) if begins.match(text, found.end())]
        ways = [(text[:place].rstrip(), text[place:]) for place in places if read_phone(text[:place]) and read_phone(text[place:])]
        if len(ways) == 1:
            return ways[0]
    return (text,)


def dealt(text: str, named: Sequence[CarerRole], own: Mapping[CarerRole, str] = MappingProxyType({})) -> dict[CarerRole, str]:
    """Whose each number of a cell that all carers share is, of those named who have none of their `own`. A number of nobody in particular
    is the first one's, as is the only one there is; one whose owner is not among the named, and a second one of somebody, nobody gets.
    """
    free = [role for role in named if not own.get(role)]
    if not free or not text:
        return {}
    known = {read_phone(number) for number in own.values() if number}
    if _MOBILE.fullmatch(text):
        return {free[0]: text} if text not in known else {}
    found: dict[CarerRole, str] = {}
    numbers = [Number(part, named_beside(part)) for part in several(text) if read_phone(part)]
    for number in sorted(numbers, key=lambda one: one.owner is None):  # who is named beside a number has it first
        whose = number.owner or free[0]
        if whose in free and whose not in found and (figures := read_phone(number.text)) not in known:
            found[whose] = number.text
            known.add(figures)
    if not found and not any(number.owner in own or read_phone(number.text) in known for number in numbers):
        return {free[0]: text}
    return found


def named_beside(part: str) -> CarerRole | None:
    """Whose number the words beside it say it is."""
    if _GRANDPARENTS.search(part):
        return CarerRole.GUARDIAN
    owners = {role for pattern, role in _OWNERS if pattern.search(part)}
    return owners.pop() if len(owners) == 1 else None


def beside_name(text: str) -> str:
    """The first number that can be called among what stands beside a name: "(0939 123 456)" → "0939 123 456"."""
    return next((found[0] for found in _FIGURES.finditer(text) if read_phone(found[0])), "")


@lru_cache(maxsize=1 << 13)
def for_the_register(text: str) -> str:
    """The first number of the cell that can be called; the words as typed when none can, but "" for a cross."""
    if _MOBILE.fullmatch(text):
        return text
    return next((number for part in several(text) if (number := read_phone(part))), "" if says_none(text) else text[:20])


def says_none(text: str) -> bool:
    """Whether a cell says that there is no telephone: "x", "K có", "chưa có ĐT", "không dùng điện thoại"."""
    return words.is_crossed_out(text) or (not any(map(str.isdigit, text)) and words.plain(text).partition(" ")[0] in _DENYING)

"""Vietnamese text: one spelling at the border, a key to search by, an order to sort by, numbers and dates as offices write them.

PostgreSQL's own folding and collation differ between hosts (no ICU in the private build, LC_CTYPE=C), so both keys are made here,
stored beside the text and compared as plain ASCII.
"""

import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

_SHORT = 1000  # letters of a text whose words are worth remembering
_NAME = 100  # of one that is worth remembering as a whole: a name is cleaned and folded many times on its way into the register
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("A") + i) if i < 26 else chr(ord("a") + i - 26) for i, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng
_MARKED = {
    ("a", "\u0306"): "ă", ("a", "\u0302"): "â", ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô", ("o", "\u031b"): "ơ", ("u", "\u031b"): "ư",
}  # fmt: skip
_BARE = str.maketrans(
    {
        composed: bare
        for bare in "aeiouy"
        for shape in ("", "\u0306", "\u0302", "\u031b")
        for tone in ("", *_TONES)
        if len(composed := unicodedata.normalize("NFC", bare + shape + tone)) == 1 and composed != bare
    }
    | {"đ": "d"}
)


def clean(text: str) -> str:
    """NFC, the Icelandic Ð/ð read as Đ/đ, one space between words, none at the ends."""
    return _clean(text) if len(text) <= _NAME else _clean.__wrapped__(text)


@lru_cache(maxsize=1 << 13)
def _clean(text: str) -> str:
    return " ".join(map(_clean_word if len(text) <= _SHORT else _clean_word.__wrapped__, text.split()))


@lru_cache(maxsize=1 << 14)  # names, places and lists share their words
def _clean_word(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("\u00d0", "Đ").replace("\u00f0", "đ")


def fold(text: str) -> str:
    """Lower-case ASCII without tone or diacritic, for search: "Đặng Thị Ước" → "dang thi uoc"."""
    return _fold(text) if len(text) <= _NAME else _fold.__wrapped__(text)


@lru_cache(maxsize=1 << 13)
def _fold(text: str) -> str:
    return " ".join(map(_fold_word if len(text) <= _SHORT else _fold_word.__wrapped__, text.split()))


@lru_cache(maxsize=1 << 14)
def _fold_word(word: str) -> str:
    bare = _clean_word(word).lower().translate(_BARE)
    if bare.isascii():
        return bare
    return "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))


def one_letter_apart(left: str, right: str) -> bool:
    """Equal but for one letter added, left out, replaced, or two that changed places."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    if len(left) == len(right):
        rest = left[start + 1 :] == right[start + 1 :]
        return rest or (left[start : start + 2] == right[start : start + 2][::-1] and left[start + 2 :] == right[start + 2 :])
    short, long = sorted((left, right), key=len)
    return short[start:] == long[start + 1 :]


def sort_key(text: str) -> str:
    """ASCII key whose plain order is Vietnamese dictionary order: letters, then tones, then capitals."""
    return _sort_key(clean(text).split(" "))


def _sort_key(words: Sequence[str]) -> str:
    primary, tones, capitals = zip(*map(_word_key, words), strict=True)
    return f"{'!'.join(primary)} {'0'.join(tones).rstrip('0')} {'0'.join(capitals).rstrip('0')}"


@lru_cache(maxsize=1 << 13)  # names share their words
def _word_key(word: str) -> tuple[str, str, str]:
    """Letters, tones and capitals of a word, one character for each letter."""
    letters: list[str] = []
    tones: list[str] = []
    capitals: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        lower = char.lower()
        if char in _TONES:
            if tones:
                tones[-1] = _TONES[char]
        elif unicodedata.combining(char):
            if letters and (marked := _MARKED.get((letters[-1], lower))):
                letters[-1] = marked
        else:
            letters.append(lower)
            tones.append("0")
            capitals.append("1" if char != lower else "0")
    primary = "".join(_RANK.get(x) or (x if x.isascii() and x.isdigit() else "#") for x in letters)
    return primary, "".join(tones), "".join(capitals)


def person_sort_key(full_name: str) -> str:
    """Order of people in Vietnamese lists: given name, then surname, then middle names."""
    words = clean(full_name).split()
    return _sort_key([words[-1], *words[:-1]]) if words else ""


def number(value: int | float, *, decimals: int = 0) -> str:
    """13105 → "13.105"; 96.52 with one decimal → "96,5"."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def long_date(day: date) -> str:
    """ "ngày 04 tháng 4 năm 2024": days below 10 and the months 1 and 2 carry a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def short_date(day: date) -> str:
    """04/11/2026."""
    return f"{day:%d/%m/%Y}"

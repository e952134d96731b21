"""Vietnamese syllables: one code for every way an office types the same syllable.

A syllable is its letters and its tone kept apart, so where the tone mark stands cannot matter (hòa = hoà) and closed syllables (hoàn, suýt,
huỳnh) need no rule at all. Only distinct spellings come through this module; columns of names are arrays of its codes.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5, "\u0340": 1, "\u0341": 4}  # huyền hỏi ngã sắc nặng
HOI, NGA = 2, 3
_FOREIGN_D = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ", "'": "", "\u2019": ""})
_SPLIT = re.compile(r"[^\w.~*]+|_+|(?<=\w)\.(?=\w)|\d+")
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x"
_VALID = re.compile(
    rf"(?:{_ONSET})?(?:uye|uya|ieu|yeu|uoi|uou|oai|oay|oeo|uay|uyu|ia|ie|iu|ye|ya|ua|ue|ui|uo|uu|uy|oa|oe|oi|oo|ai|ao|au|ay|eo|eu|[aeiouy])"
    r"(?:ch|nh|ng|c|m|n|p|t)?"
)
_LONE_Y = re.compile(r"(?:ngh|ng|nh|gh|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstx])?y")
_SHORT = {"ng": "nguyen", "nguy": "nguyen", "ngx": "nguyen", "tr": "tran", "ph": "pham", "hg": "hoang", "hu": "huynh"}
_SURE = {"ng": "nguyen", "nguy": "nguyen", "ngx": "nguyen"}  # short forms that stand for one name only
_TELEX_TONE = {"f": 1, "r": 2, "x": 3, "s": 4, "j": 5}
_TELEX_MARK = (("aa", "â"), ("aw", "ă"), ("ee", "ê"), ("oo", "ô"), ("uow", "ươ"), ("ow", "ơ"), ("uw", "ư"), ("dd", "đ"))


@dataclass(frozen=True, slots=True)
class Syllable:
    """Letters (with ă â đ ê ô ơ ư) and tone 0–5; `short` when it is an abbreviation, then `letters` is what was written of it."""

    letters: str
    tone: int
    short: bool = False

    @property
    def plain(self) -> str:
        return plain(self.letters)

    @property
    def bare(self) -> bool:
        """Neither tone nor diacritic: either the name has none or the keyboard lost them."""
        return self.tone == 0 and self.letters.isascii()

    @property
    def sound(self) -> str:
        """What survives lost accents and southern spelling: the class blocking keys are made of."""
        if self.short:
            return sound(_SURE[self.letters]) if self.letters in _SURE else ""
        return sound(self.plain)

    @property
    def full_sound(self) -> str:
        """The southern class with diacritics and tone kept (hỏi = ngã)."""
        return f"{sound(self.letters)}{HOI if self.tone == NGA else self.tone}"


@lru_cache(maxsize=200_000)
def read(token: str) -> tuple[Syllable, ...]:
    """The syllables of one blank-separated token: usually one; none for a mark, several for "NguyễnVăn" or "Ng.Văn".

    Accepts NFC, NFD and mixtures, any case, Ð for Đ, and Telex keystrokes left unconverted.
    """
    text = unicodedata.normalize("NFC", token).translate(_FOREIGN_D)
    found = []
    for part in _SPLIT.split(text):
        for word in _joined(part):
            if (syllable := _one(word)) is not None:
                found.append(syllable)
    return tuple(found)


def _joined(part: str) -> list[str]:
    """ "NguyễnVăn" is two words that lost their blank."""
    cuts = [i for i in range(1, len(part)) if part[i].isupper() and part[i - 1].islower()]
    return [part[a:b] for a, b in zip([0, *cuts], [*cuts, len(part)], strict=True)]


def _one(word: str) -> Syllable | None:
    dotted = word.endswith((".", "~"))
    letters, tone = apart(word.strip(".~*"))
    if not letters:
        return None
    unmarked = plain(letters)
    if (dotted and len(letters) <= 4) or (len(letters) <= 2 and not set(unmarked) & set("aeiouy")) or unmarked == "ngx":
        return Syllable(unmarked, 0, short=True)
    if tone == 0 and letters.isascii() and not _VALID.fullmatch(letters) and (typed := _from_telex(letters)):
        letters, tone = typed
    return Syllable(same_vowel(letters), tone)


def apart(word: str) -> tuple[str, int]:
    """Letters and tone of a word: "hoà" and "hòa" both give ("hoa", 1)."""
    tone = 0
    letters = []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = tone or TONES[char]
        elif char.isalnum() or unicodedata.combining(char):
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@lru_cache(maxsize=100_000)
def plain(letters: str) -> str:
    """Without any diacritic: "đường" → "duong"."""
    return "".join(c for c in unicodedata.normalize("NFD", letters.replace("đ", "d")) if not unicodedata.combining(c))


def same_vowel(letters: str) -> str:
    """i for y where they are one sound after a consonant (Lý = Lí, Quý = Quí, Thy = Thi); not in Vy, Vi (two names), nor in ay, uy."""
    return letters[:-1] + "i" if _LONE_Y.fullmatch(letters) else letters


@lru_cache(maxsize=100_000)
def sound(letters: str) -> str:
    """The southern spelling class: v = d = gi, s = x, ch = tr, final n = ng and t = c, nh = n and ch = t after i, ê; i = y."""
    text = letters.replace("y", "i")
    for written, spoken in (("ngh", "ng"), ("gh", "g"), ("tr", "ch"), ("x", "s"), ("v", "d"), ("ch", "ch"), ("c", "k")):
        if text.startswith(written):
            text = spoken + text[len(written) :]
            break
    if text.startswith("gi") and len(text) > 2 and plain(text[2]) in "aeou":
        text = "d" + text[2:]
    head, vowel = text[:-2], plain(text[-3:-2])
    if text.endswith("nh") and vowel in "ie":
        text = head + "n"
    elif text.endswith("ch") and vowel in "ie" and len(text) > 2:
        text = head + "t"
    elif text.endswith("ng") and len(text) > 2:
        text = head + "n"
    elif text.endswith("c") and len(text) > 2:
        text = text[:-1] + "t"
    return text


def _from_telex(letters: str) -> tuple[str, int] | None:
    """Keystrokes an input method failed to convert: "nguyeenx" → nguyễn, "dduwcs" → đức."""
    tone = 0
    text = letters
    marks = [c for c in text if c in _TELEX_TONE]
    if text[-1:] in _TELEX_TONE and len(marks) >= 1 and len(text) > 2:
        tone, text = _TELEX_TONE[text[-1]], text[:-1]
    for typed, meant in _TELEX_MARK:
        text = text.replace(typed, meant, 1)
    return (text, tone) if text != letters and _VALID.fullmatch(plain(text)) else None


def stands_for(short: str, full: str) -> bool:
    """Whether an abbreviation may stand for the plain syllable: n, ng → nguyen; tr → tran."""
    return full.startswith(short) or _SHORT.get(short) == full


def stable(text: str) -> int:
    """A 63-bit number of a text that is the same on every machine and in every run."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1 if text else 0

"""Every way a syllable gets written, as one table of text; writing a name is choosing rows of it.

A written syllable is (form, syllable): plain, hỏi and ngã exchanged, tone on the other vowel, i for y, abbreviated, or one of six slips
of the finger. The whole name then has a style: case, accents, Unicode form.
"""

import unicodedata
from collections.abc import Callable
from enum import IntEnum
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mangnon.cli.city.chance import Ints
from mangnon.cli.city.names import lexicon
from mangnon.lib.vietnamese import fold

_HOI, _NGA = "\u0309", "\u0303"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TELEX_TONES = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}
_CLUSTERS = ("Ngh", "Ng", "Nh", "Th", "Tr", "Ph", "Kh", "Ch", "Gi", "Qu")
_SOUTHERN = (("ng", "n"), ("n", "ng"), ("t", "c"), ("c", "t"))  # final consonants that sound alike
_SOUTHERN_FIRST = (("Tr", "Ch"), ("Ch", "Tr"), ("X", "S"), ("S", "X"), ("V", "D"), ("D", "V"))
_NEIGHBOURS = dict(zip("aeiouyngtchmrpvdlksbqx", "swopiumhyvgneocfkjdnwz", strict=True))


class Form(IntEnum):
    """How one syllable is written."""

    PLAIN = 0
    HOI_NGA = 1
    MODERN_TONE = 2
    I_FOR_Y = 3
    ABBREVIATED = 4
    INITIAL = 5
    DROPPED_LETTER = 6
    TRANSPOSED = 7
    NEIGHBOUR_KEY = 8
    WRONG_TONE = 9
    BY_SOUND = 10
    TELEX_LEFT = 11


SLIPS = tuple(form for form in Form if form >= Form.DROPPED_LETTER)


class Style(IntEnum):
    """How a whole name is written."""

    TITLE = 0
    CAPITALS = 1
    NO_ACCENTS = 2
    CAPITALS_NO_ACCENTS = 3
    DECOMPOSED = 4
    CAPITALS_DECOMPOSED = 5


def written(syllable: str, form: Form) -> str:
    """One syllable in one form; where a form does not apply, the syllable as it is."""
    return _FORMS[form](syllable) if syllable else ""


def hoi_nga(syllable: str) -> str:
    """Đỗ → Đổ, Võ → Vỏ, Mỹ → Mỷ."""
    decomposed = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", decomposed.translate({ord(_HOI): _NGA, ord(_NGA): _HOI}))


def modern_tone(syllable: str) -> str:
    """Hòa → Hoà, Thúy → Thuý; closed syllables and "qu" stay (hoàn, Quý)."""
    base, tone = _split(syllable)
    low = base.lower()
    if tone and low[-2:] in {"oa", "oe", "uy"} and not low.startswith("qu") and len(low) > 2:
        return unicodedata.normalize("NFC", base + tone)
    return syllable


def i_for_y(syllable: str) -> str:
    """Lý → Lí, Mỹ → Mĩ, Thy → Thi, Quý → Quí; "uy" and "ay" stay."""
    base, tone = _split(syllable)
    low = base.lower()
    if len(low) < 2 or low[-1] != "y" or (low[-2] in "aâeêioôơuư" and not low.startswith("qu")):
        return syllable
    return unicodedata.normalize("NFC", base[:-1] + "i" + tone)


def abbreviated(syllable: str) -> str:
    """Nguyễn → Ng., Trần → Tr., Lê → L."""
    base, _ = _split(syllable)
    cluster = next((one for one in _CLUSTERS if base.startswith(one) and len(base) > len(one)), base[0])
    return f"{cluster}."


def initial(syllable: str) -> str:
    """Nguyễn → N."""
    return f"{_split(syllable)[0][0]}."


def dropped_letter(syllable: str) -> str:
    letters = _letters(syllable)
    at = 1 + len(syllable) * 7 % (len(letters) - 1) if len(letters) > 1 else 0
    return "".join(letters[:at] + letters[at + 1 :]) if len(letters) > 2 else wrong_tone(syllable)


def transposed(syllable: str) -> str:
    letters = _letters(syllable)
    for at in range(len(letters) - 2, 0, -1):
        if letters[at] != letters[at + 1]:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
            return "".join(letters)
    return wrong_tone(syllable)


def neighbour_key(syllable: str) -> str:
    letters = _letters(syllable)
    for at in range(len(letters) - 1, 0, -1):
        if letters[at] in _NEIGHBOURS:
            letters[at] = _NEIGHBOURS[letters[at]]
            return "".join(letters)
    return wrong_tone(syllable)


def wrong_tone(syllable: str) -> str:
    """The next tone mark, or none: Hằng → Hăng, Lan → Làn."""
    decomposed = unicodedata.normalize("NFD", syllable)
    if any(mark in decomposed for mark in _TONES):
        return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    for at in range(len(syllable) - 1, -1, -1):
        if fold(syllable[at]) in set("aeiouy"):
            return unicodedata.normalize("NFC", syllable[: at + 1] + "\u0300" + syllable[at + 1 :])
    return syllable + "h"


def by_sound(syllable: str) -> str:
    """What sounds alike in the south: Hằng → Hằn, Trâm → Châm, Xuân → Suân."""
    for end, other in _SOUTHERN:
        if syllable.endswith(end) and not (end == "n" and syllable.endswith(("nn", "ng"))):
            return syllable[: -len(end)] + other
    for start, other in _SOUTHERN_FIRST:
        if syllable.startswith(start):
            return other + syllable[len(start) :]
    return wrong_tone(syllable)


def telex_left(syllable: str) -> str:
    """The tone key typed but not taken: Nguyễn → Nguyênx."""
    base, tone = _split(syllable)
    return base + _TELEX_TONES[tone] if tone else transposed(syllable)


def _split(syllable: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = "".join(c for c in decomposed if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES)), tone


def _letters(syllable: str) -> list[str]:
    return list(unicodedata.normalize("NFC", syllable))


_FORMS: dict[Form, Callable[[str], str]] = {
    Form.PLAIN: str, Form.HOI_NGA: hoi_nga, Form.MODERN_TONE: modern_tone, Form.I_FOR_Y: i_for_y, Form.ABBREVIATED: abbreviated,
    Form.INITIAL: initial, Form.DROPPED_LETTER: dropped_letter, Form.TRANSPOSED: transposed, Form.NEIGHBOUR_KEY: neighbour_key,
    Form.WRONG_TONE: wrong_tone, Form.BY_SOUND: by_sound, Form.TELEX_LEFT: telex_left,
}  # fmt: skip


def _no_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_STYLES: dict[Style, Callable[[str], str]] = {
    Style.TITLE: str,
    Style.CAPITALS: str.upper,
    Style.NO_ACCENTS: _no_accents,
    Style.CAPITALS_NO_ACCENTS: lambda text: _no_accents(text).upper(),
    Style.DECOMPOSED: lambda text: unicodedata.normalize("NFD", text),
    Style.CAPITALS_DECOMPOSED: lambda text: unicodedata.normalize("NFD", text.upper()),
}


class Spelling:
    """The table: position = (style × forms + form) × syllables + syllable."""

    def __init__(self) -> None:
        syllables = lexicon().syllables
        self.size = len(syllables)
        by_form = [[written(syllable, form) for syllable in syllables] for form in Form]
        self._table = pa.array([_STYLES[style](text) for style in Style for texts in by_form for text in texts])
        self.applies = np.array([[text != plain for text, plain in zip(texts, syllables, strict=True)] for texts in by_form])

    def text(self, codes: Ints, forms: Ints | None = None, style: Ints | None = None) -> pa.Array:
        """Names as text: rows of syllable codes with a form for each and a style for the row; a name without syllables is null."""
        parts = []
        nameless = (codes == 0).all(axis=1)
        for column in range(codes.shape[1]):
            at = codes[:, column].astype(np.int64)
            empty = (at == 0) & ~(nameless & (column == 0))  # joining loses rows without any part, so these keep an empty first one
            if forms is not None:
                at += forms[:, column].astype(np.int64) * self.size
            if style is not None:
                at += style.astype(np.int64) * (len(Form) * self.size)
            parts.append(self._table.take(pa.array(at, mask=empty)))
        joined = pc.binary_join_element_wise(*parts, " ", null_handling="skip")
        return pc.if_else(pa.array(nameless), pa.scalar(None, pa.string()), joined)


@cache
def spelling() -> Spelling:
    """The table, made once."""
    return Spelling()

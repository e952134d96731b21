"""Names as typed: capitals, old encodings, characters no name has. Khmer, Hoa and foreign names are names."""

import re
from functools import lru_cache

from mangnon.lib import vietnamese

# Letters only Vietnamese written in Unicode has: they speak against an old encoding.
_UNICODE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# VNI fonts set the mark after its letter ("Nguyeãn Vaên Huøng", "Ñaëng"): pairs that Vietnamese spelling does not have.
_VNI = re.compile(
    r"a[êâøùûõïåäëúéèàáãü]|e[ãàáâåäøùûõ]|o[âäåøùûõï]|u[øùûõï]|[ôö][øùûõï]|ö|ñ(?=[aeiouy])",
    re.IGNORECASE,
)
# TCVN3 fonts (ABC) show these as Vietnamese letters ("NguyÔn ThÞ Lan", "TrÇn V¨n Hïng"); no Vietnamese word has them.
_TCVN3 = re.compile(r"[µ¸¶·¹¨»¾¼½Æ©ÇËÎÏÑ®ªÖ×ØÜÞßå«æç¬ëîïñø÷äûüþÿ]")
_ODD = re.compile(r"[^A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f \-'’‘ʼ]")  # Latin letters, marks, hyphens, apostrophes; not their look-alikes


def legacy_encoding(text: str) -> str:
    """ "TCVN3" or "VNI" when the text looks typed for such a font, else ""."""
    if text.isascii() or _UNICODE.search(text):
        return ""
    if _VNI.search(text):
        return "VNI"
    return "TCVN3" if _TCVN3.search(text) else ""


def in_usual_capitals(name: str) -> str:
    """ "TRẦN THỊ bảo ngọc" → "Trần Thị Bảo Ngọc"; hyphens and apostrophes begin a new part as in H'Hen, Mỹ-Linh."""
    return " ".join(_part(word) for word in vietnamese.clean(name).split())


def begins_small(name: str) -> bool:
    """Whether some word of the name begins with a small letter."""
    return bool([word for word in vietnamese.clean(name).split() if word[0].islower()])


@lru_cache(maxsize=1 << 14)  # asked more than once for one row
def for_the_register(name: str) -> str:
    """The name as the register writes it: one typed in capitals throughout, as many lists are, gets usual capitals; others stay."""
    name = vietnamese.clean(name)
    return in_usual_capitals(name) if name.isupper() and len(name.split()) > 1 else name


def odd_part(name: str) -> str:
    """What no name has, as it stands there: "(mất 2025)" of "Trần Vũ Phong (mất 2025)"; "" for nothing."""
    odd = [found.start() for found in _ODD.finditer(name)]
    return name[odd[0] : odd[-1] + 1] if odd else ""


@lru_cache(maxsize=1 << 13)  # names share their words
def _part(word: str) -> str:
    return re.sub(r"(^|[-'’])(\w)", lambda found: found[1] + found[2].upper(), word.lower())

"""Names typed while no keyboard program was on: "Nguyeenx Vawn An" of Telex, "Le6 Thi5 Hoa2" of VNI, and what they were meant to be."""

import re
import unicodedata

from mangnon.intake.rules import names
from mangnon.intake.rules.surnames import SURNAMES
from mangnon.lib import vietnamese
from mangnon.lib.legacy_text.syllables import spelt

_KEYS = re.compile(r"aa|ee|oo|dd|[aou]w|[aeiouy][a-z]*[sfrxj](?![a-z])|[a-z]\d", re.IGNORECASE)
_TONES = {"f": "\u0300", "r": "\u0309", "x": "\u0303", "s": "\u0301", "j": "\u0323"}
_TONES |= dict(zip("23415", _TONES.values(), strict=True))
_ROOFED = {"a": "â", "e": "ê", "o": "ô"}
_HOOKED = {"a": "ă", "o": "ơ", "u": "ư"}
_SHAPED = frozenset("âêôăơư")
_VOWELS = _SHAPED | frozenset("aeiouy")
_NO_LETTERS = frozenset("fjw0123456789")  # keys that Vietnamese names have not, and few of other peoples


def meant(name: str) -> str:
    """The name some keystrokes were meant for; "" when they may be a name as they are, as "Kim Soo" or "Lee Hans". All words must become
    Vietnamese ones, the first of them a surname, and some of them not have been any name's before.
    """
    if not name.isascii() or not _KEYS.search(name):
        return ""
    typed = name.lower().split()
    read = [_word(word) for word in typed]
    if not all(map(spelt, read)) or vietnamese.fold(read[0]) not in SURNAMES:
        return ""
    changed = [(word, new) for word, new in zip(typed, read, strict=True) if new != word]
    if any(spelt(word) for word, _ in changed):
        return ""
    twice = any(len(word) > len(new) + 1 for word, new in changed)  # a shape and a tone in one word
    certain = twice or (len(changed) > 1 and any(not _NO_LETTERS.isdisjoint(word) for word, _ in changed))
    return names.in_usual_capitals(" ".join(read)) if certain else ""


def _word(keys: str) -> str:
    """What a keyboard program would have made of some keys; the keys themselves when it would have made nothing of them."""
    made, tone = "", ""
    for key in keys:
        vowel = not _VOWELS.isdisjoint(made)
        if key in _TONES and vowel:
            if tone:
                return keys
            tone = _TONES[key]
        elif key in "d9" and made[:1] == "d":
            made = f"đ{made[1:]}"
        elif key in _ROOFED and made.endswith(key):
            made = _shaped(made, _ROOFED[key], key)
        elif key == "6" and vowel:
            made = next((_shaped(made, _ROOFED[letter], letter) for letter in reversed(made) if letter in _ROOFED), made)
        elif key in "w78" and vowel:
            letter = next((letter for letter in reversed(made) if letter in ("a" if key == "8" else "ou" if key == "7" else "aou")), "")
            made = made.replace("uo", "ươ") if "uo" in made else _shaped(made, _HOOKED[letter], letter) if letter else f"{made}{key}"
        else:
            made += "ư" if key == "w" else key
    return _toned(made, tone) if tone else made


def _shaped(made: str, letter: str, plain: str) -> str:
    place = made.rindex(plain)
    return f"{made[:place]}{letter}{made[place + 1 :]}"


def _toned(made: str, tone: str) -> str:
    """The tone on its vowel: the one of its own shape, else the second of two before a consonant and the middle one of three."""
    first = 2 if made[:2] in ("qu", "gi") and made[2:3] in _VOWELS else 0
    places = [place for place in range(first, len(made)) if made[place] in _VOWELS]
    shaped = [place for place in places if made[place] in _SHAPED]
    inner = len(places) > 2 or (len(places) == 2 and places[-1] < len(made) - 1)
    place = shaped[-1] if shaped else places[1 if inner else 0]
    return unicodedata.normalize("NFC", f"{made[: place + 1]}{tone}{made[place + 1 :]}")

"""How likely a word is Vietnamese: syllables of names by how often people bear them, other syllables by the rules of spelling."""

import math
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnpqrstvx", "")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = ("c", "ch", "p", "t")
_KNOWN = 0.85  # of the words of a list are syllables of names
_SPELT = math.log(1.5e-6)
_STRANGE = math.log(2e-9)  # foreign names have such words too
_BROKEN = math.log(1e-11)  # signs or capitals inside a word


@lru_cache(maxsize=1 << 14)
def likelihood(word: str) -> float:
    """Logarithm of how likely a word is to stand in a list of Vietnamese people."""
    if not word.isalpha() or not (word.islower() or word.isupper() or word.istitle()):
        return _BROKEN
    lower = word.lower()
    if found := _weights().get(lower):
        return found
    return _SPELT if spelt(lower) else _STRANGE


def spelt(word: str) -> bool:
    """Whether a small-letter word keeps to Vietnamese spelling."""
    plain: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word):
        (tones if letter in _TONES else plain).append(letter)
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(plain))
    stopped_right = not bare.endswith(_STOPPED) or bare.endswith(("nh", "ng")) or not tones or tones[0] in "\u0301\u0323"
    return stopped_right and any(bare.startswith(onset) and bare[len(onset) :] in _rimes() for onset in _ONSETS)


@cache
def _rimes() -> frozenset[str]:
    return frozenset((_DATA / "rimes.txt").read_text(encoding="utf-8").split())


@cache
def _weights() -> dict[str, float]:
    lines = (_DATA / "syllables.txt").read_text(encoding="utf-8").split()
    counts = {word: int(count) for word, _, count in (line.partition(":") for line in lines)}
    whole = sum(counts.values())
    return {word: math.log(_KNOWN * count / whole) for word, count in counts.items()}

"""Words under a list, and surnames that differ from them by their marks alone: "Tổng cộng" is a total, Tống Thị Lan a child."""

import re

from mangnon.intake.rules.words import plain

_MARKED = {"tong": {"tổng"}, "truong": {"trưởng"}, "dinh": {"định"}, "to": {"tổ"}, "cong": {"cộng", "công"}}
_EDGES = " .,:;()-–*"


def begins(text: str, words: re.Pattern[str]) -> re.Match[str] | None:
    """Where a text begins with such words, told as folded ones; not where a word of it bears other marks than they do."""
    found = words.match(plain(text))
    if found is None:
        return None
    own = text.lower().split()[: found[0].count(" ") + 1]
    return None if any(map(_otherwise, own)) else found


def _otherwise(word: str) -> bool:
    """Whether a word is written with marks, and with others than the words of a foot have."""
    word = word.strip(_EDGES)
    return not word.isascii() and word not in _MARKED.get(plain(word), {word})

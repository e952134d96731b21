"""The same column for two times, side by side: "Phân loại đầu năm" and "cuối năm", "Hộ nghèo 2025" and "2026". The later one holds."""

import re
from collections.abc import Sequence

from mangnon.intake.rules.words import plain

_YEAR = re.compile(r"\(?\b(?:năm\s+)?(?:học\s+)?(20\d{2})(?:\s*[-–/]\s*(?:20)?\d{2})?\b\)?", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?P<early>đầu (?:năm|kỳ)|(?:năm|kỳ) trước)\b|\b(?P<late>cuối (?:năm|kỳ)|(?:năm|kỳ) (?:nay|này)|hiện nay)\b", re.IGNORECASE
)


def latest(titles: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The words over each column. Where columns differ by their time only: those of the latest without it, of earlier ones none."""
    found = [_time(words) for words in titles]
    times: dict[str, set[int]] = {}
    for time, rest in filter(None, found):
        times.setdefault(_key(rest), set()).add(time)
    told: list[Sequence[str]] = []
    for words, one in zip(titles, found, strict=True):
        seen = times[_key(one[1])] if one else set()
        told.append(words if one is None or len(seen) < 2 else one[1] if one[0] == max(seen) else ())
    return told


def _time(words: Sequence[str]) -> tuple[int, list[str]] | None:
    """Which time a title names, the greater the later, and its words without it; None for none, or two."""
    for pattern in (_YEAR, _WORDS):
        marks = [mark for text in words for mark in pattern.finditer(text)]
        if len(marks) == 1:
            bare = [" ".join(pattern.sub(" ", text).split()) for text in words]
            time = int(marks[0][1]) if pattern is _YEAR else 0 if marks[0]["early"] else 1
            rest = [text for text in bare if plain(text)]
            return (time, rest) if rest else None
    return None


def _key(words: Sequence[str]) -> str:
    return plain(" ".join(words))

"""Rows of one list typed in different ways, one beneath the other, as when pasted from an older list: told by stretches, never by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mangnon.lib.legacy_text.codes import ENCODINGS, UNICODE, decode
from mangnon.lib.legacy_text.detection import DOUBT, may_be, score, with_capitals

_CHANGE = 14.0  # what a change between two rows must gain, as a logarithm
_STRONG = 12.0  # a stretch reads that much better than in the way of its neighbour
_LEAST = 2  # rows of a stretch that speak for it
MOST = 4  # stretches; a list of more is a mixture


@dataclass(frozen=True)
class Stretch:
    """Rows from a place on, and how they were typed."""

    start: int
    encoding: str


def stretches(rows: Sequence[Sequence[str]]) -> tuple[Stretch, ...]:
    """How the rows of a list were typed, top to bottom; nothing when that is not certain, as where a row beside a change reads well both
    ways.
    """
    texts = [text for row in rows for text in row]
    possible = [UNICODE, *(way for way in ENCODINGS[1:] if way != "tcvn3-capitals" and may_be(way, texts))]
    scores = [{way: sum(score(text, way) for text in row if text) for way in possible} for row in rows]
    path = _path(scores, possible)
    starts = [at for at in range(len(path)) if at == 0 or path[at] != path[at - 1]]
    found = [(start, end, path[start]) for start, end in zip(starts, [*starts[1:], len(path)], strict=True)]
    if not 1 < len(found) <= MOST:
        return ()
    for (first, middle, one), (_, last, other) in pairwise(found):
        sure = _speaks(scores[first:middle], one, other) and _speaks(scores[middle:last], other, one)
        if not sure or _unclear(rows, scores, range(middle - 1, first - 1, -1), one, other):
            return ()
        if _unclear(rows, scores, range(middle, last), one, other):
            return ()
    return tuple(Stretch(start, with_capitals(way, [text for row in rows[start:end] for text in row])) for start, end, way in found)


def _path(scores: Sequence[dict[str, float]], possible: Sequence[str]) -> list[str]:
    """The likeliest ways, row by row, when a change costs."""
    best = dict.fromkeys(possible, 0.0)
    back: list[dict[str, str]] = []
    for row in scores:
        leader = max(possible, key=lambda way: best[way])
        came = {way: way if best[way] >= best[leader] - _CHANGE else leader for way in possible}
        best = {way: max(best[way], best[leader] - _CHANGE) + row[way] for way in possible}
        back.append(came)
    way = max(possible, key=lambda one: best[one])
    path: list[str] = []
    for came in reversed(back):
        path.append(way)
        way = came[way]
    return path[::-1]


def _speaks(scores: Sequence[dict[str, float]], own: str, other: str) -> bool:
    gains = [row[own] - row[other] for row in scores]
    return sum(gains) > _STRONG and sum(1 for gain in gains if gain > DOUBT) >= _LEAST


def _unclear(rows: Sequence[Sequence[str]], scores: Sequence[dict[str, float]], order: range, one: str, other: str) -> bool:
    """Whether a row next to a change reads about as well both ways, and otherwise in each."""
    for at in order:
        if abs(scores[at][one] - scores[at][other]) >= DOUBT:
            return False
        if any(decode(text, one) != decode(text, other) for text in rows[at] if text):
            return True
    return False

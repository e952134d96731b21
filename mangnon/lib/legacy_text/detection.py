"""Which encoding a column or a file is in, judged by all its texts together.

Every encoding reads every word; the reading whose words are most likely Vietnamese names wins. Unicode has the benefit of the doubt, and
nothing is decided by a small difference: then both readings are handed back, for a person to look at.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mangnon.lib.legacy_text.codes import ENCODINGS, NEWER, UNICODE, decode
from mangnon.lib.legacy_text.syllables import likelihood

SAMPLE = 1_000  # different texts
_LONGEST = 200
DOUBT = 7.0  # natural logarithm: a thousand to one
_BENEFIT = 4.0
_IMPOSSIBLE = -30.0
_MIXED = 0.03
_DIVIDE = re.compile(r"[\s\-/,;:&]+")
_EDGES = '()[]{}"“”‘’.,;:!?*_<>|#@=+…–—'
_UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_DIGIT = re.compile(r"\d")
_OLD_SIGNS = re.compile(r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]")
_VIQR_SIGNS = re.compile(r"[aeoAEO]\^|[aA]\(|[ouOU][+*]|dd|DD|Dd|[aeiouyAEIOUY][`~'?.](?=\w|\s|$)")


@dataclass(frozen=True)
class Reading:
    """The encoding, or None when people must choose among `candidates` (best first). `mixed`: no encoding reads every text."""

    encoding: str | None
    candidates: tuple[str, ...]
    mixed: bool = False


def detect(texts: Iterable[str]) -> Reading:
    """The encoding of texts that were typed in one way: a column, or all columns of a file."""
    counts = Counter(text[:_LONGEST] for text in texts if text and not text.isspace())
    sample = [text for text, _ in counts.most_common(SAMPLE)]
    possible = [UNICODE, *(encoding for encoding in ENCODINGS[1:] if encoding != "tcvn3-capitals" and may_be(encoding, sample))]
    if len(possible) == 1:
        return Reading(UNICODE, (UNICODE,))
    scores = {encoding: sum(score(text, encoding) for text in sample) for encoding in possible}
    scores[UNICODE] += _BENEFIT
    ranked = sorted(possible, key=lambda encoding: -scores[encoding])
    best = ranked[0]
    rivals = [other for other in ranked if scores[best] - scores[other] < DOUBT and _differ(sample, best, other)]
    if best != UNICODE and _share_newer(sample) > _MIXED:
        return Reading(None, (UNICODE, best), mixed=True)
    if len(rivals) > 1:
        return Reading(None, tuple(with_capitals(encoding, sample) for encoding in rivals))
    if other := _reads_a_part(sample, best, ranked[1:]):
        return Reading(None, (best, other), mixed=True)
    best = with_capitals(best, sample)
    return Reading(best, (best,))


def may_be(encoding: str, sample: Sequence[str]) -> bool:
    """Whether some text has signs of an encoding."""
    signs = _VIQR_SIGNS if encoding == "viqr" else _OLD_SIGNS
    return any(signs.search(text) for text in sample)


def _differ(sample: list[str], one: str, other: str) -> bool:
    return one == other or any(decode(text, one) != decode(text, other) for text in sample)


def score(text: str, encoding: str) -> float:
    """How likely a text is, read in an encoding, to stand in a list of Vietnamese people: a logarithm."""
    if encoding != UNICODE and (not text.isascii() if encoding == "viqr" else NEWER.search(text)):
        return _IMPOSSIBLE + score(text, UNICODE)
    total = 0.0
    for word in _DIVIDE.split(decode(text, encoding).translate(_UNSEEN)):
        word = word.strip(_EDGES) if encoding != UNICODE else word.strip('()[]{}"“”‘’,;:!_<>|#@=…–—').rstrip("?.'")
        if word and not _DIGIT.search(word):
            total += likelihood(word)
    return total


def _share_newer(sample: list[str]) -> float:
    marked = [text for text in sample if not text.isascii()]
    return sum(bool(NEWER.search(text)) for text in marked) / len(marked) if marked else 0.0


def _reads_a_part(sample: list[str], best: str, others: list[str]) -> str:
    """An encoding that reads some texts far better than the one of most: rows pasted from another list."""
    for other in others:
        better = [text for text in sample if score(text, other) > score(text, best) + DOUBT + 5]
        if len(better) >= 2 and len(better) > _MIXED * len(sample):
            return other
    return ""


def with_capitals(encoding: str, sample: Sequence[str]) -> str:
    """TCVN3 has no toned capitals: texts without any capital, or with no certain small letter, were shown by a font of capitals."""
    if encoding != "tcvn3":
        return encoding
    read = [decode(text, "tcvn3") for text in sample]
    lettered = [text for text in read if any(letter.isalpha() for letter in text)]
    whole = sum(text.isupper() or text.islower() for text in lettered)
    return "tcvn3-capitals" if whole > 0.9 * len(lettered) else encoding

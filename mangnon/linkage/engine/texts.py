"""Western names and free text: normalised words, compared by edit distance, beginnings and shared words; each distinct pair once."""

import re
import unicodedata

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Coded, Feature, Levels, distinct, text_column
from mangnon.linkage.engine.distances import edits, letters
from mangnon.linkage.engine.lexicon import Lexicon
from mangnon.linkage.engine.syllables import stable

RARITY = (2e-5, 2e-4, 2e-3, 2e-2)  # shares of the records that carry a value: the rarer, the more its agreement says
_RARE_WORDS = ("trùng, rất hiếm", "trùng, hiếm", "trùng", "trùng, phổ biến", "trùng, rất phổ biến")
NAME_WORDS = (*_RARE_WORDS, "lệch một chữ", "lệch hai chữ", "một bên là phần đầu", "khá giống", "đọc giống nhau", "khác", "thiếu")
TEXT_WORDS = (*_RARE_WORDS, "rất giống", "một bên nằm trong bên kia", "khá giống", "có từ chung", "khác", "thiếu")
NAME = Feature("name", NAME_WORDS, frozenset(range(6)), frozenset({11}))
TEXT = Feature("text", TEXT_WORDS, frozenset(range(6)), frozenset({10}))
_SPLIT = re.compile(r"[\W_]+")
_SOUNDEX = str.maketrans("bfpvcgjkqsxzdtlmnr", "111122222222334556", "aeiouyhw")
_WORDS = 8


def normal(text: str) -> str:
    """Lower case without accents; runs of other signs become one blank."""
    text = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    return _SPLIT.sub(" ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def encode(column: pa.ChunkedArray | pa.Array | None, *, length: int, lexicon: Lexicon) -> Coded:
    """{"value": int32} of the lexicon of normalised texts."""
    words, rows = distinct(text_column(column, length=length))
    codes = lexicon.codes([normal(word) for word in words])[rows]
    lexicon.count(codes)
    return Coded({"value": codes})


class Looks:
    """What comparing needs of every text of a lexicon: letters, sound, words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.size = len(lexicon)
        self.letters, self.lengths = letters(lexicon.words)
        vocabulary = Lexicon()
        self.words: NDArray[np.int32] = np.zeros((self.size, _WORDS), np.int32)
        self.sound: NDArray[np.int32] = np.zeros(self.size, np.int32)
        sounds = Lexicon()
        for code, text in enumerate(lexicon.words):
            parts = text.split()[:_WORDS]
            self.words[code, : len(parts)] = vocabulary.codes(parts)[: len(parts)]
            self.sound[code] = sounds.codes([soundex(text)])[0] if text else 0
        total = max(int(lexicon.counts.sum()), 1)
        counts = np.zeros(self.size)
        counts[: len(lexicon.counts)] = lexicon.counts
        self.rarity = np.digitize(counts / total, RARITY).astype(np.uint8)


def soundex(text: str) -> str:
    """The first letter and three classes of consonants."""
    text = text.replace(" ", "")
    coded = text[1:].translate(_SOUNDEX)
    return (text[:1] + "".join(c for i, c in enumerate(coded) if i == 0 or c != coded[i - 1]))[:4]


def compare(left: Coded, right: Coded, looks: Looks, *, free: bool) -> Levels:
    """Levels as in `TEXT_WORDS` (free text) or `NAME_WORDS`."""
    one, two = left["value"], right["value"]
    level = np.full(len(one), (TEXT if free else NAME).size - 1, np.uint8)
    same = (one == two) & (one > 0)
    level[same] = looks.rarity[one[same]]
    rest = np.flatnonzero((one != two) & (one > 0) & (two > 0))
    if len(rest):
        low, high = np.minimum(one[rest], two[rest]), np.maximum(one[rest], two[rest])
        pairs, back = np.unique(low.astype(np.int64) << 32 | high, return_inverse=True)
        a, b = (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
        level[rest] = (_free(a, b, looks) if free else _name(a, b, looks))[back]
    return level


def _name(a: NDArray[np.int32], b: NDArray[np.int32], looks: Looks) -> Levels:
    la, lb = looks.lengths[a], looks.lengths[b]
    steps = edits(looks.letters[a], la, looks.letters[b], lb)
    longest, shortest = np.maximum(la, lb), np.minimum(la, lb)
    begins = np.ones(len(a), np.bool_)
    for i in range(looks.letters.shape[1]):
        begins &= (looks.letters[a, i] == looks.letters[b, i]) | (i >= shortest)
    return np.select(
        [(steps == 1) & (shortest > 2), (steps == 2) & (shortest > 4), begins, steps <= 0.4 * longest, looks.sound[a] == looks.sound[b]],
        [5, 6, 7, 8, 9],
        10,
    ).astype(np.uint8)


def _free(a: NDArray[np.int32], b: NDArray[np.int32], looks: Looks) -> Levels:
    la, lb = looks.lengths[a], looks.lengths[b]
    steps = edits(looks.letters[a], la, looks.letters[b], lb)
    longest = np.maximum(la, lb)
    one, two = looks.words[a], looks.words[b]
    shared = np.zeros(len(a), np.int64)
    for i in range(_WORDS):
        shared += ((one[:, i : i + 1] == two) & (one[:, i : i + 1] > 0)).any(axis=1)
    fewest = np.minimum((one > 0).sum(axis=1), (two > 0).sum(axis=1))
    return np.select(
        [steps <= 0.15 * longest, (shared >= fewest) & (fewest > 0), (steps <= 0.35 * longest) | (shared * 2 > fewest), shared > 0],
        [5, 6, 7, 8],
        9,
    ).astype(np.uint8)


def keys(coded: Coded, part: str, lexicon: Lexicon) -> NDArray[np.int64]:
    """Stable blocking numbers: value, sound (of the whole), start (four letters), end (four letters), word (the longest word)."""
    of = {
        "value": lambda text: text,
        "sound": soundex,
        "start": lambda text: text[:4],
        "end": lambda text: text[-4:],
        "word": lambda text: max(text.split(), key=len, default=""),
    }[part]
    return np.array([stable(of(text)) for text in lexicon.words], np.int64)[coded["value"]]

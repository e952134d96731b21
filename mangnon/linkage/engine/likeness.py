"""How alike two syllables are: a table over the codes of a syllabary, from "the same" to "different"."""

from collections import defaultdict
from enum import IntEnum
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.syllabary import Syllabary
from mangnon.linkage.engine.syllables import HOI, NGA, Syllable, stands_for

DENSE = 4096  # syllables met first are the frequent ones: their pairs are looked up in a square table
RARE = 2e-5  # below this share of all syllables a spelling the name tables do not know counts as a slip


class Like(IntEnum):
    """From alike to different; the order is the order of strength."""

    SAME = 0
    HOI_NGA = 1
    BARE = 2  # one of the two lost its accents
    TONE = 3  # same letters, both marked, another tone
    MARK = 4  # same plain letters, another diacritic
    SOUND = 5  # southern spelling of the same sound
    SLIP = 6  # one letter apart, and one of the two is no usual name
    NEAR = 7  # one letter apart, both usual names
    SHORT = 8  # one abbreviates the other
    OTHER = 9
    NONE = 10  # one of the two is absent


class Likeness:
    """Lookup of `Like` for arrays of code pairs. `extend` brings in syllables met later."""

    def __init__(self, book: Syllabary) -> None:
        self.book = book
        self._known = 0
        self._usual = usual_syllables()
        self._by_plain: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[int]] = defaultdict(list)
        self._by_gap: dict[str, set[str]] = defaultdict(set)
        self._short: list[int] = []
        self._pairs: dict[int, int] = {}
        self._dense: NDArray[np.uint8] = np.full((1, 1), Like.OTHER, np.uint8)
        self._codes: NDArray[np.int64] = np.empty(0, np.int64)
        self._levels: NDArray[np.uint8] = np.empty(0, np.uint8)
        self.extend()

    def extend(self) -> None:
        """Compare the syllables added to the book since the last time with all others."""
        book = self.book
        if self._known == len(book):
            return
        total = max(int(book.counts.sum()), 1)
        fresh: dict[int, int] = {}
        for code in range(max(self._known, 1), len(book)):
            self._add(code, total, fresh)
        self._known = len(book)
        self._pairs.update(fresh)
        self._freeze(fresh)

    def _add(self, code: int, total: int, fresh: dict[int, int]) -> None:
        book = self.book
        one = book.syllables[code]
        if one.short:
            for other in range(1, code):
                two = book.syllables[other]
                if stands_for(one.letters, two.plain):
                    _keep(fresh, code, other, Like.SHORT)
            self._short.append(code)
            return
        for other in self._short:
            if stands_for(book.syllables[other].letters, one.plain):
                _keep(fresh, code, other, Like.SHORT)
        plain = one.plain
        for other in self._by_plain[plain]:
            _keep(fresh, code, other, _same_letters(one, book.syllables[other]))
        for other in self._by_sound[one.sound]:
            two = book.syllables[other]
            if two.plain != plain:
                alike = one.full_sound == two.full_sound or one.bare or two.bare
                _keep(fresh, code, other, Like.SOUND if alike else self._one_letter(code, other, total))
        if not self._by_plain[plain]:
            self._neighbours(plain, register=True)
        for word in self._neighbours(plain):
            for other in self._by_plain[word]:
                _keep(fresh, code, other, self._one_letter(code, other, total))
        self._by_plain[plain].append(code)
        self._by_sound[one.sound].append(code)

    def _neighbours(self, plain: str, *, register: bool = False) -> set[str]:
        """Known plain syllables one letter away (put in, left out, another, two swapped)."""
        gaps = {plain} | {plain[:i] + plain[i + 1 :] for i in range(len(plain))}
        if register:
            for gap in gaps:
                self._by_gap[gap].add(plain)
            return set()
        found: set[str] = set()
        for gap in gaps:
            found |= self._by_gap.get(gap, set())
        return {word for word in found if word != plain and one_step(plain, word)}

    def _one_letter(self, one: int, two: int, total: int) -> Like:
        return Like.NEAR if self._is_usual(one, total) and self._is_usual(two, total) else Like.SLIP

    def _is_usual(self, code: int, total: int) -> bool:
        syllable = self.book.syllables[code]
        if (syllable.letters, syllable.tone) in self._usual:
            return True
        return code < len(self.book.counts) and self.book.counts[code] > max(20, RARE * total)

    def _freeze(self, fresh: dict[int, int]) -> None:
        size = min(DENSE, 1 << max(6, (len(self.book) - 1).bit_length()))
        if size > len(self._dense):
            self._dense = np.full((size, size), Like.OTHER, np.uint8)
            fresh = self._pairs
        if fresh:
            codes = np.fromiter(fresh.keys(), np.int64, len(fresh))
            levels = np.fromiter(fresh.values(), np.uint8, len(fresh))
            one, two = codes >> 32, codes & 0xFFFFFFFF
            inside = two < size
            self._dense[one[inside], two[inside]] = levels[inside]
            self._dense[two[inside], one[inside]] = levels[inside]
        if len(self.book) > size:
            beyond = {code: level for code, level in self._pairs.items() if (code & 0xFFFFFFFF) >= size}
            self._codes = np.fromiter(sorted(beyond), np.int64, len(beyond))
            self._levels = np.array([beyond[code] for code in self._codes.tolist()], np.uint8)

    def look(self, one: NDArray[np.int32], two: NDArray[np.int32]) -> NDArray[np.uint8]:
        """The level of each pair of codes."""
        size = len(self._dense)
        if len(self.book) <= size:
            levels = self._dense[one, two]
        else:
            low, high = np.minimum(one, two), np.maximum(one, two)
            inside = high < size
            levels = np.full(len(one), Like.OTHER, np.uint8)
            levels[inside] = self._dense[one[inside], two[inside]]
            out = np.flatnonzero(~inside)
            if len(out) and len(self._codes):
                wanted = low[out].astype(np.int64) << 32 | high[out]
                at = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
                levels[out] = np.where(self._codes[at] == wanted, self._levels[at], Like.OTHER)
        levels[one == two] = Like.SAME
        levels[(one == 0) | (two == 0)] = Like.NONE
        return levels


def _keep(pairs: dict[int, int], one: int, two: int, level: Like) -> None:
    key = min(one, two) << 32 | max(one, two)
    if pairs.get(key, 99) > level:
        pairs[key] = int(level)


def _same_letters(one: Syllable, two: Syllable) -> Like:
    if one.bare or two.bare:
        return Like.BARE
    if one.letters == two.letters:
        return Like.HOI_NGA if {one.tone, two.tone} == {HOI, NGA} else Like.TONE
    return Like.MARK


def one_step(one: str, two: str) -> bool:
    """One letter put in, left out, replaced, or two neighbours swapped."""
    if len(one) == len(two):
        wrong = [i for i in range(len(one)) if one[i] != two[i]]
        if len(wrong) == 2:
            i, j = wrong
            return j == i + 1 and one[i] == two[j] and one[j] == two[i]
        return len(wrong) == 1
    short, long = (one, two) if len(one) < len(two) else (two, one)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def usual_syllables() -> set[tuple[str, int]]:
    """(letters, tone) of the syllables names are made of: those above 1 in 25,000 in the exam lists of 2016 and 2017 (aggregates only)."""
    text = (files(__package__) / "data" / "syllables.txt").read_text(encoding="utf-8")
    return {(word[:-1], int(word[-1])) for word in text.split()}

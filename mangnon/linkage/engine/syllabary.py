"""The syllables met so far, numbered from 1 in order of appearance; 0 means "no syllable"."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.syllables import Syllable, read, stable


class Syllabary:
    """Grows while columns are encoded; two files that are to be compared share one."""

    def __init__(self) -> None:
        self.syllables: list[Syllable] = [Syllable("", 0)]
        self._code: dict[tuple[str, int, bool], int] = {}
        self._tokens: dict[str, tuple[int, ...]] = {}
        self._sounds: list[int] = [0]
        self._marked: list[bool] = [False]
        self._arrays: tuple[NDArray[np.int64], NDArray[np.bool_]] | None = None
        self.counting = True
        self.counts: NDArray[np.int64] = np.zeros(1, np.int64)

    def __len__(self) -> int:
        return len(self.syllables)

    def codes(self, token: str) -> tuple[int, ...]:
        """The codes of one blank-separated token, usually one."""
        known = self._tokens.get(token)
        if known is None:
            known = self._tokens[token] = tuple(self._number(s) for s in read(token))
        return known

    def found(self, syllables: Sequence[Syllable]) -> NDArray[np.int32]:
        """The codes of syllables that stand in the book."""
        return np.array([0, *(self._code[s.letters, s.tone, s.short] for s in syllables[1:])], np.int32)

    def _number(self, syllable: Syllable) -> int:
        key = (syllable.letters, syllable.tone, syllable.short)
        code = self._code.get(key)
        if code is None:
            code = self._code[key] = len(self.syllables)
            self.syllables.append(syllable)
            self._sounds.append(stable(syllable.sound))
            self._marked.append(not syllable.bare and not syllable.short)
            self._arrays = None
        return code

    @property
    def sounds(self) -> NDArray[np.int64]:
        """A stable number of the sound class of every code; 0 for short forms that stand for several names."""
        return self._table()[0]

    @property
    def marked(self) -> NDArray[np.bool_]:
        """Whether the syllable carries a tone or a diacritic."""
        return self._table()[1]

    def _table(self) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        if self._arrays is None:
            self._arrays = (np.array(self._sounds, np.int64), np.array(self._marked, np.bool_))
        return self._arrays

    def count(self, codes: NDArray[np.int32]) -> None:
        """Add the occurrences of a matrix of codes: what is rare in the data is likelier a slip than a name."""
        if not self.counting:
            return
        found = np.bincount(codes.ravel(), minlength=len(self))
        found[0] = 0
        if len(self.counts) < len(found):
            self.counts = np.concatenate([self.counts, np.zeros(len(found) - len(self.counts), np.int64)])
        self.counts[: len(found)] += found

    def dump(self) -> list[list[object]]:
        """A form for JSON, counts included."""
        counts = self.counts.tolist() + [0] * (len(self) - len(self.counts))
        return [[s.letters, s.tone, int(s.short), n] for s, n in zip(self.syllables, counts, strict=True)][1:]

    @classmethod
    def load(cls, rows: list[list[object]]) -> "Syllabary":
        """The syllabary `dump` described."""
        book = cls()
        for letters, tone, short, _ in rows:
            book._number(Syllable(str(letters), int(str(tone)), bool(short)))
        book.counts = np.array([0, *(int(str(row[3])) for row in rows)], np.int64)
        return book

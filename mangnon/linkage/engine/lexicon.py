"""The distinct values of a column of words, numbered from 1 in order of appearance; 0 means empty."""

import numpy as np
from numpy.typing import NDArray


class Lexicon:
    """Grows while columns are encoded; two files that are to be compared share one."""

    def __init__(self, words: list[str] | None = None, counts: list[int] | None = None) -> None:
        self.words = ["", *(words or [])]
        self._code = {word: code for code, word in enumerate(self.words)}
        self.counting = True
        self.counts: NDArray[np.int64] = np.array([0, *(counts or [0] * len(words or []))], np.int64)

    def __len__(self) -> int:
        return len(self.words)

    def codes(self, words: list[str]) -> NDArray[np.int32]:
        """The code of each word, new ones added."""
        found = np.empty(max(len(words), 1), np.int32)
        for i, word in enumerate(words):
            code = self._code.get(word)
            if code is None:
                code = self._code[word] = len(self.words)
                self.words.append(word)
            found[i] = code
        return found

    def count(self, codes: NDArray[np.int32]) -> None:
        """Add the occurrences in a column, unless counting is off: asking an index changes nothing."""
        if not self.counting:
            return
        found = np.bincount(codes, minlength=len(self.words))
        found[0] = 0
        found[: len(self.counts)] += self.counts
        self.counts = found

    def dump(self) -> list[list[object]]:
        """A form for JSON."""
        counts = self.counts.tolist() + [0] * (len(self.words) - len(self.counts))
        return [list(row) for row in zip(self.words, counts, strict=True)][1:]

    @classmethod
    def load(cls, rows: list[list[object]]) -> "Lexicon":
        """The lexicon `dump` described."""
        return cls([str(row[0]) for row in rows], [int(str(row[1])) for row in rows])

"""Pairs of records become rows of levels: one small number per feature of the model."""

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Levels, Rows
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.records import Records
from mangnon.linkage.engine.vocabulary import Vocabulary

CHUNK = 1 << 17


class Comparer:
    """The model's comparisons over one vocabulary. `levels` may be called for any pairs, in chunks, in any order."""

    def __init__(self, model: Model, vocabulary: Vocabulary) -> None:
        self.model, self.vocabulary = model, vocabulary
        ready: dict[str, object] = {}
        self.ready: list[object] = []
        for comparison in model.comparisons:
            shared = type(comparison).__name__ if comparison.ready.__qualname__.startswith("VietnameseName") else comparison.column
            if shared not in ready:
                ready[shared] = comparison.ready(vocabulary)
            self.ready.append(ready[shared])

    def levels(self, left: Records, right: Records, one: Rows, two: Rows) -> Levels:
        """(pairs, features) of levels, features in the order of `Model.features`."""
        out = np.empty((len(self.model.features), len(one)), np.uint8)
        for start in range(0, len(one), CHUNK):
            part = slice(start, start + CHUNK)
            out[:, part] = self._chunk(left, right, one[part], two[part])
        return out.T

    def _chunk(self, left: Records, right: Records, one: Rows, two: Rows) -> NDArray[np.uint8]:
        rows: list[Levels] = []
        for comparison, ready in zip(self.model.comparisons, self.ready, strict=True):
            a = left.columns[comparison.column].take(one)
            b = right.columns[comparison.column].take(two)
            rows.extend(comparison.compare(a, b, ready))
        return np.stack(rows)

"""Accuracy of scored links against the truth."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.linkage.engine import calibration


@dataclass(frozen=True)
class Scored:
    """Pairs a system proposes: the best one of each left record, its probability, whether it is right; `true` pairs there are in all."""

    probability: NDArray[np.float64]
    right: NDArray[np.bool_]
    link: NDArray[np.bool_]
    true: int
    lefts: int

    @classmethod
    def of(cls, links: pa.Table, truth: pa.Table, *, lefts: int) -> "Scored":
        """From a table left_id, right_id, probability and perhaps verdict."""
        known = pc.index_in(links["left_id"], truth["left_id"].combine_chunks())
        partner = truth["right_id"].combine_chunks().take(known.combine_chunks() if isinstance(known, pa.ChunkedArray) else known)
        right = pc.fill_null(pc.equal(partner, links["right_id"].combine_chunks()), False).to_numpy(zero_copy_only=False)
        probability = links["probability"].to_numpy()
        _, left = np.unique(links["left_id"].combine_chunks().dictionary_encode().indices.to_numpy(), return_inverse=True)
        order = np.lexsort((np.arange(len(left)), -probability, left))
        first = order[np.concatenate([[True], left[order][1:] != left[order][:-1]])] if len(order) else order
        verdict = pc.equal(links["verdict"], "link").to_numpy() if "verdict" in links.column_names else probability >= 0.9
        return cls(probability[first], right[first], verdict[first], truth.num_rows, lefts)

    def best_f1(self) -> float:
        """The best F1 over all thresholds."""
        precision, recall = self._curve()
        return float((2 * precision * recall / np.maximum(precision + recall, 1e-12)).max(initial=0))

    def recall_at(self, least: float) -> float:
        """The highest recall at a threshold with this precision."""
        precision, recall = self._curve()
        return float(recall[precision >= least].max(initial=0))

    def automatic(self) -> tuple[float, float]:
        """Precision and recall of what is linked without a person."""
        return float(self.right[self.link].mean()) if self.link.any() else 1.0, float(self.right[self.link].sum() / self.true)

    def review(self) -> tuple[float, float]:
        """Share of left records sent to a person, and recall when that person decides rightly."""
        waiting = ~self.link
        return float(waiting.sum() / self.lefts), float(self.right.sum() / self.true)

    def calibration_error(self, *, reviewed: int = 500) -> tuple[float, float]:
        """ECE as given, and after isotonic regression on reviewed pairs (measured on the others).

        Half of the reviewed pairs are drawn from those that are not nearly certain, half from the rest; the fit weighs them back.
        """
        rng = np.random.default_rng(1)
        order = rng.permutation(len(self.probability))
        doubt = self.probability[order] < 0.995
        half = reviewed // 2
        sample = np.concatenate([order[doubt][:half], order[~doubt][:half]])
        rest = np.setdiff1d(order, sample)
        shares = [doubt.sum() / max(min(half, doubt.sum()), 1), (~doubt).sum() / max(min(half, (~doubt).sum()), 1)]
        weights = np.where(self.probability[sample] < 0.995, *shares)
        curve = calibration.fit(self.probability[sample], self.right[sample], weights=weights / weights.mean())
        after = calibration.apply(self.probability[rest], curve)
        return calibration.error(self.probability[rest], self.right[rest]), calibration.error(after, self.right[rest])

    def _curve(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        order = np.lexsort((self.right, -self.probability))  # among equals the wrong ones first: no luck in ties
        hits = np.cumsum(self.right[order])
        return hits / np.arange(1, len(order) + 1), hits / self.true


def pair_f1(score: NDArray[np.float64], same: NDArray[np.bool_], *, true: int) -> float:
    """The best F1 of pairs over all thresholds."""
    order = np.lexsort((same, -score))
    hits = np.cumsum(same[order])
    precision, recall = hits / np.arange(1, len(order) + 1), hits / true
    return float((2 * precision * recall / np.maximum(precision + recall, 1e-12)).max(initial=0))

"""Isotonic calibration: what persons decided on reviewed pairs says what a probability is worth (pool adjacent violators)."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Curve = tuple[tuple[float, float], ...]


def fit(probabilities: Floats, same: NDArray[np.bool_], *, weights: Floats | None = None) -> Curve:
    """Steps (probability given, probability meant), rising. Ends are drawn in: few pairs never prove certainty."""
    order = np.argsort(probabilities, kind="stable")
    given = np.asarray(probabilities, np.float64)[order]
    truth = np.asarray(same, np.float64)[order]
    weight = np.ones(len(given)) if weights is None else np.asarray(weights, np.float64)[order]
    blocks: list[list[float]] = []  # sum of given, sum of truth, weight
    for g, t, w in zip(given, truth, weight, strict=True):
        blocks.append([g * w, t * w, w])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return tuple((round(g / w, 9), round((t + 0.5 * g / w) / (w + 0.5), 9)) for g, t, w in blocks)


def apply(probabilities: Floats, curve: Curve) -> Floats:
    """Probabilities read through the curve, straight between its steps and towards 0 and 1 at the ends; unchanged without one."""
    if not curve:
        return probabilities
    given = np.array([0.0, *(step[0] for step in curve), 1.0])
    meant = np.maximum.accumulate(np.array([0.0, *(step[1] for step in curve), 1.0]))
    return np.interp(probabilities, given, meant)


def error(probabilities: Floats, same: NDArray[np.bool_], *, bins: int = 15) -> float:
    """Expected calibration error: the mean distance of probability and truth over bins of equal width."""
    at = np.minimum((probabilities * bins).astype(np.int64), bins - 1)
    count = np.bincount(at, minlength=bins)
    gap = np.abs(np.bincount(at, probabilities, bins) - np.bincount(at, same.astype(np.float64), bins))
    return float(gap[count > 0].sum() / max(len(probabilities), 1))

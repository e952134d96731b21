"""Edit distances of many pairs of words at once: one word is a bit vector, the other walks through it letter by letter."""

import numpy as np
from numpy.typing import NDArray

LONGEST = 32


def letters(words: list[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Words as a matrix of bytes (latin letters; others fold into one byte each), at most 32, and their lengths."""
    matrix = np.zeros((max(len(words), 1), LONGEST), np.uint8)
    lengths = np.zeros(max(len(words), 1), np.int64)
    for i, word in enumerate(words):
        raw = np.frombuffer(word.encode("utf-16-le")[: 2 * LONGEST], np.uint16)
        matrix[i, : len(raw)] = raw % 251 + 1
        lengths[i] = len(raw)
    return matrix, lengths


def edits(a: NDArray[np.uint8], la: NDArray[np.int64], b: NDArray[np.uint8], lb: NDArray[np.int64]) -> NDArray[np.int64]:
    """Put in, left out, replaced, neighbours swapped: the least number of such steps (Hyyrö's bit-parallel form)."""
    one = np.uint64(1)
    n = len(la)
    bits = (one << np.arange(LONGEST, dtype=np.uint64))[None, :]
    upright, below = np.full(n, 0xFFFFFFFFFFFFFFFF, np.uint64), np.zeros(n, np.uint64)
    before, diagonal = np.zeros(n, np.uint64), np.zeros(n, np.uint64)
    last = one << np.maximum(la - 1, 0).astype(np.uint64)
    score = la.copy()
    for j in range(int(lb.max(initial=0))):
        match = ((a == b[:, j : j + 1]) & (a > 0)).astype(np.uint64) @ bits[0]
        swapped = (((~diagonal) & match) << one) & before
        diagonal = (((match & upright) + upright) ^ upright) | match | below | swapped
        plus, minus = below | ~(diagonal | upright), diagonal & upright
        alive = j < lb
        score += alive * ((plus & last != 0).astype(np.int64) - (minus & last != 0))
        plus, minus = (plus << one) | one, minus << one
        upright, below = minus | ~(diagonal | plus), plus & diagonal
        before = match
    return np.where(la == 0, lb, score)

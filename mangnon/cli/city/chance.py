"""Randomness with a name: one independent stream per purpose, so that a new error kind does not change the people."""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.integer]
type Flags = NDArray[np.bool_]
type Stream = np.random.Generator


def stream(*, seed: int, children: int, purpose: str) -> Stream:
    """The random numbers of one purpose in one city."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, children, crc32(purpose.encode())])))


def happens(rng: Stream, rate: float, size: int) -> Flags:
    """`size` independent yes/no draws."""
    return rng.random(size) < rate


class Urn:
    """Things numbered from 0 with weights; draws are with replacement."""

    def __init__(self, weights: NDArray[np.floating] | Ints) -> None:
        self._cumulative = np.cumsum(np.asarray(weights, dtype=np.float64))

    def draw(self, rng: Stream, size: int) -> NDArray[np.intp]:
        at = np.searchsorted(self._cumulative, rng.random(size) * self._cumulative[-1], side="right")
        return np.minimum(at, len(self._cumulative) - 1)

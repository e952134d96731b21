"""Pairs as counts: how often each pattern of levels occurs, or each set of patterns that the candidates of one record show.

A tally says all that learning needs and holds nobody: tallies of parts of a file add up to the tally of the file, in any order.
"""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Levels, Rows
from mangnon.linkage.engine.scorecard import patterns

type Tally = Counter[bytes]  # levels of one or several pairs, row after row


def single(levels: Levels) -> Tally:
    """How often each pattern occurs."""
    rows, back = patterns(levels)
    width = levels.shape[1]
    raw = np.ascontiguousarray(rows).tobytes()
    counts = np.bincount(back, minlength=len(rows)).tolist()
    return Counter({raw[i * width : (i + 1) * width]: count for i, count in enumerate(counts)})


def grouped(levels: Levels, left: Rows) -> Tally:
    """How often each set of patterns occurs among records; pairs of one record stand together."""
    if not len(levels):
        return Counter()
    rows, back = patterns(levels)
    order = np.lexsort((back, left))
    width = levels.shape[1]
    raw = np.ascontiguousarray(rows[back[order]]).tobytes()
    left = left[order]
    start = np.flatnonzero(np.concatenate([[True], left[1:] != left[:-1]])) * width
    return Counter(raw[a:b] for a, b in zip(start.tolist(), [*start[1:].tolist(), len(raw)], strict=True))


def opened(tally: Tally, width: int) -> tuple[Levels, Rows, NDArray[np.float64]]:
    """Levels, set and count of every pattern, in an order that depends on the content alone."""
    keys = sorted(tally)
    levels = np.frombuffer(b"".join(keys), np.uint8).reshape(-1, width)
    sizes = np.array([len(key) // width for key in keys], np.int64)
    counts = np.array([tally[key] for key in keys], np.float64)
    return levels, np.repeat(np.arange(len(keys)), sizes), np.repeat(counts, sizes)

"""Probability of a link, shared among a record's candidates and "none of them": this settles twins and siblings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Rows

Floats = NDArray[np.float64]


def shared(scores: Floats, left: Rows) -> Floats:
    """odds of the pair ÷ (1 + odds of all pairs of the left record)."""
    odds = np.exp(np.clip(scores, -60, 60))
    total = np.bincount(left, odds)
    return odds / (1 + total[left])


@dataclass(frozen=True)
class Claims:
    """Pairs (places in the list of pairs) that want the same right record: each suitor with its strongest rival."""

    suitor: Rows
    rival: Rows


LEAST = 0.02  # a claim weaker than this contests nothing


def claims(scores: Floats, wanted: Rows, left: Rows, right: Rows) -> Claims:
    """For every right record that several of the `wanted` pairs claim: each of them with the strongest other."""
    wanted = wanted[np.lexsort((left[wanted], -scores[wanted], right[wanted]))]
    by = right[wanted]
    if len(wanted) < 2:
        return Claims(wanted[:0], wanted[:0])
    start = np.concatenate([[True], by[1:] != by[:-1]])
    group = np.cumsum(start) - 1
    first = np.flatnonzero(start)
    size = np.diff(np.append(first, len(wanted)))
    many = np.flatnonzero((size > 1)[group])
    rival = np.where(start[many], first[group[many]] + 1, first[group[many]])
    return Claims(wanted[many], wanted[rival])


def yielded(scores: Floats, probabilities: Floats, left: Rows, suitor: Rows, rival: Floats, between: Floats) -> Floats:
    """Probabilities after rivals are counted: `rival` is the score of each suitor's strongest rival. `between` is the score of suitor
    and rival being one person entered twice: then both keep their claim; two different persons share it by their odds."""
    odds = np.exp(np.clip(scores, -60, 60))
    total = 1 + np.bincount(left, odds)[left[suitor]]
    different = 1 / (1 + np.exp(np.clip(between, -60, 60)))
    out = probabilities.copy()
    contested = odds[suitor] / (total + np.exp(np.clip(rival, -60, 60)))
    out[suitor] = (1 - different) * probabilities[suitor] + different * contested
    return out


def best(probabilities: Floats, left: Rows, right: Rows) -> Rows:
    """The places of each left record's most probable pair; the lower right row wins a draw. Pairs come sorted by left, then right."""
    if not len(left):
        return np.empty(0, np.int64)
    start = np.flatnonzero(np.concatenate([[True], left[1:] != left[:-1]]))
    highest = np.repeat(np.maximum.reduceat(probabilities, start), np.diff(np.append(start, len(left))))
    top = np.flatnonzero(probabilities == highest)
    return top[np.concatenate([[True], left[top][1:] != left[top][:-1]])]

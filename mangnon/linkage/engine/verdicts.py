"""From probabilities to verdicts: link, review or nothing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Levels, Rows
from mangnon.linkage.engine.competition import best
from mangnon.linkage.engine.linking import Pairs
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.numbers import SAME

SHOWN = 3  # candidates a reviewer sees of one record


@dataclass(frozen=True)
class Verdicts:
    """Places of the pairs that are written, by left row and falling probability, and which of them are links."""

    pairs: Rows
    links: NDArray[np.bool_]


def decide(pairs: Pairs, probabilities: NDArray[np.float64], model: Model) -> Verdicts:
    """At most one link per left record; without a link, up to three candidates for review."""
    top = best(probabilities, pairs.left, pairs.right)
    sure = (probabilities[top] >= model.link) & ~careful(pairs.levels[top], model)
    linked = top[sure]
    settled = np.zeros(int(pairs.left.max(initial=-1)) + 1, np.bool_)
    settled[pairs.left[linked]] = True
    doubt = np.flatnonzero((probabilities >= model.review) & ~settled[pairs.left])
    shown = np.concatenate([linked, doubt])
    order = np.lexsort((pairs.right[shown], -probabilities[shown], pairs.left[shown]))
    shown = shown[order]
    link = np.isin(shown, linked)
    left = pairs.left[shown]
    start = np.concatenate([[True], left[1:] != left[:-1]]) if len(left) else np.empty(0, bool)
    rank = np.arange(len(left)) - np.flatnonzero(start)[np.cumsum(start) - 1] if len(left) else np.empty(0, np.int64)
    keep = rank < SHOWN
    return Verdicts(shown[keep], link[keep])


def careful(levels: Levels, model: Model) -> NDArray[np.bool_]:
    """Pairs a caution of the model holds back for a person, however probable: a near namesake may be all there is of an absent child."""
    names = [name for name, _, _ in model.features]
    held = np.zeros(len(levels), np.bool_)
    number = levels[:, names.index(model.labels)] == SAME if model.labels else held
    for caution in model.cautions:
        at = names.index(caution.feature)
        facts = np.zeros(len(levels), np.int64)
        for fact in caution.facts:
            place = names.index(fact)
            facts += np.isin(levels[:, place], list(model.features[place][2].agree))
        held |= np.isin(levels[:, at], list(caution.levels)) & ~number & (facts < caution.needed)
    return held

"""Two files: records in, probable pairs out. The whole path encode → keys → compare → score → compete, without files."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine import candidates, competition, learning, parameters
from mangnon.linkage.engine.columns import Levels, Rows
from mangnon.linkage.engine.comparing import Comparer
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.records import Keys, Records
from mangnon.linkage.engine.scorecard import Floats, Layout, Weights, score
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.vocabulary import Vocabulary

TWICE = 3.0  # two records that both fit one person are likelier one child entered twice than two children of whom one is absent


@dataclass(frozen=True)
class Pairs:
    """Compared pairs: rows of the two sides, levels, score and probability."""

    left: Rows
    right: Rows
    levels: Levels
    scores: Floats
    probabilities: Floats

    def __len__(self) -> int:
        return len(self.left)

    def take(self, rows: Rows) -> "Pairs":
        """These pairs only."""
        return Pairs(self.left[rows], self.right[rows], self.levels[rows], self.scores[rows], self.probabilities[rows])


def compared(left: Records, right: Records, model: Model, vocabulary: Vocabulary, stages: Stages) -> tuple[Rows, Rows, Levels, Comparer]:
    """Candidate pairs and their levels."""
    same = left is right
    with stages("candidates"):
        mine = Keys(left, model, vocabulary)
        theirs = mine if same else Keys(right, model, vocabulary)
        if same:
            found = (candidates.within(mine.key(k), cap=model.cap) for k in range(len(model.keys)))
        else:
            found = (candidates.pairs(mine.key(k), theirs.key(k), cap=model.cap) for k in range(len(model.keys)))
        one, two = candidates.union(found)
    with stages("compare"):
        comparer = Comparer(model, vocabulary)
        levels = comparer.levels(left, right, one, two)
    return one, two, levels, comparer


def link(
    left: Records, right: Records, model: Model, vocabulary: Vocabulary, stages: Stages, weights: Weights | None = None
) -> tuple[Pairs, Weights]:
    """Every candidate pair with its probability; weights are learnt from the pairs unless given."""
    one, two, levels, comparer = compared(left, right, model, vocabulary, stages)
    layout = Layout.of(model)
    with stages("learn"):
        if weights is None:
            strangers = comparer.levels(left, right, *background(len(left), len(right)))
            weights = learning.learn(levels, one, layout, background=strangers, shares=not model.dedupe, prior=parameters.builtin(model))
    with stages("score"):
        scores = score(levels, layout, weights)
        if model.dedupe or not len(one):
            return Pairs(one, two, levels, scores, 1 / (1 + np.exp(-np.clip(scores, -60, 60)))), weights
        probabilities = competition.shared(scores, one)
    with stages("rivals"):
        claims = competition.claims(scores, np.flatnonzero(probabilities >= competition.LEAST), one, two)
        if len(claims.suitor):
            between = rivalry(left, one, layout.first_agrees(levels), claims, comparer, layout, weights)
            probabilities = competition.yielded(scores, probabilities, one, claims.suitor, scores[claims.rival], between)
    return Pairs(one, two, levels, scores, probabilities), weights


def rivalry(
    left: Records, rows: Rows, agrees: NDArray[np.bool_], claims: competition.Claims, comparer: Comparer, layout: Layout, weights: Weights
) -> Floats:
    """For each suitor the score of it and its rival being one person entered twice. `rows` are the left records of the pairs, `agrees`
    tells of each pair whether it is of one given name."""
    between = score(comparer.levels(left, left, rows[claims.suitor], rows[claims.rival]), layout, weights, number=False) + TWICE
    worse = agrees[claims.rival] & ~agrees[claims.suitor]
    return np.where(worse, np.minimum(between, 0.0), between)  # the other bears the very name: a twin, or a slip; a person looks


def background(left: int, right: int, *, size: int = 20_000) -> tuple[Rows, Rows]:
    """Pairs that no key brought together, spread evenly over both files."""
    if not left or not right:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    at = np.arange(size, dtype=np.int64)
    one, two = at * 7919 % left, (at * 104_729 + 13) % right
    return one, two

"""Learning the scorecard from the data's own personal numbers, or without enough of them by EM.

A number that agrees or disagrees is a label with errors: wrong numbers stand on true pairs. So the label is weighed against what the
other features say, and both are estimated in turn.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine import tallies
from mangnon.linkage.engine.columns import Levels, Rows
from mangnon.linkage.engine.competition import shared
from mangnon.linkage.engine.numbers import DOUBTFUL, ONE, OTHER, SAME, SLIP
from mangnon.linkage.engine.scorecard import ENOUGH, Floats, Layout, Weights, expectation, logistic, patterns, score
from mangnon.linkage.engine.tallies import Tally

SAMPLE = 400_000  # labelled pairs used for learning
STRANGERS = 60_000  # the weight of the background, however many pairs were drawn
_LABELS = 4  # levels SAME, SLIP, DOUBTFUL, OTHER: both numbers stand
_MATCH = np.array([0.95, 0.02, 0.01, 0.02])
_OTHER = np.array([0.0005, 0.0005, 0.039, 0.96])
_NUMBER_LIMIT = 9.0
TURNS = 4


@dataclass(frozen=True)
class Labels:
    """How many pairs there are, how many carry a number on both sides, and how many the same number."""

    pairs: int
    told: int
    same: int

    @classmethod
    def of(cls, levels: Levels, layout: Layout) -> "Labels":
        """Counted from levels; parts of a file add up."""
        if layout.label is None:
            return cls(len(levels), 0, 0)
        number = levels[:, layout.label]
        return cls(len(levels), int(np.count_nonzero(number < ONE)), int(np.count_nonzero(number == SAME)))

    def __add__(self, other: "Labels") -> "Labels":
        return Labels(self.pairs + other.pairs, self.told + other.told, self.same + other.same)

    @property
    def enough(self) -> bool:
        """Whether the numbers can teach."""
        return self.told >= ENOUGH and self.same >= ENOUGH // 10

    @property
    def step(self) -> int:
        """n, when every n-th record teaches."""
        return -(-self.told // SAMPLE) if self.told > SAMPLE else 1


def learn(levels: Levels, left: Rows, layout: Layout, *, background: Levels, shares: bool, prior: Weights | None = None) -> Weights:
    """Weights from candidate pairs. `shares` says that candidates of one left record exclude each other.

    `background` are pairs drawn without any key: strangers. Candidates alone would not teach what disagreement in everything means,
    because blocking never shows it, except where a number was typed into another child's row. `prior` are points learnt elsewhere: the
    data move them as far as they have something to say, and with too few numbers they stand.
    """
    labels = Labels.of(levels, layout)
    if prior is not None and not labels.enough:
        return prior
    return weights_of(lesson(levels, left, layout, labels, shares=shares), tallies.single(background), layout, labels, shares, prior)


def lesson(levels: Levels, left: Rows, layout: Layout, labels: Labels, *, shares: bool) -> Tally:
    """What pairs teach, as counts: the labelled pairs record by record when there are enough of them in the whole file, else every
    pattern. Lessons of parts of the file add up."""
    if not labels.enough:
        return tallies.single(levels)
    assert layout.label is not None
    told = np.flatnonzero((levels[:, layout.label] < ONE) & (left % labels.step == 0))  # all candidates of every n-th record
    return tallies.grouped(levels[told], left[told]) if shares else tallies.single(levels[told])


def weights_of(taught: Tally, strangers: Tally, layout: Layout, labels: Labels, shares: bool, prior: Weights | None) -> Weights:
    """The weights that a lesson and the tally of strangers lead to: the same, however the file was parted."""
    if labels.enough:
        return _rounded(_from_numbers(taught, strangers, layout, shares=shares, prior=prior))
    return prior if prior is not None else _rounded(_from_patterns(taught, layout, pairs=labels.pairs))


def _rounded(weights: Weights) -> Weights:
    """As they are saved: points applied later are the very points that were learnt."""
    return replace(weights, points=weights.points.round(6), number=weights.number.round(6), intercept=round(weights.intercept, 6))


def _from_numbers(taught: Tally, background: Tally, layout: Layout, *, shares: bool, prior: Weights | None) -> Weights:
    assert layout.label is not None
    levels, group, times = tallies.opened(taught, layout.width)
    rows, back = patterns(levels)
    strangers, _, seldom = tallies.opened(background, layout.width)
    sure = seldom * (STRANGERS / max(int(seldom.sum()), 1))
    known = np.concatenate([rows, strangers])
    number = rows[:, layout.label].astype(np.int64)
    pairs = int(times.sum())
    match, other = _MATCH, _OTHER
    believable = layout.believable(rows)
    target = np.where(believable & (number == SAME), 1.0, np.where(believable & (number == SLIP), 0.5, 0.0))[back]
    centre = np.append(prior.points, prior.intercept) if prior else None
    points = np.zeros(0)
    for turn in range(TURNS):
        positive = np.bincount(back, target * times, len(rows))
        negative = np.bincount(back, (1 - target) * times, len(rows))
        positive, negative = np.append(positive, np.zeros(len(sure))), np.append(negative, sure)
        points = logistic(known, positive, negative, layout, start=points if len(points) else centre, centre=centre)
        weights = Weights(points[:-1], np.zeros(6), float(points[-1]), "numbers", pairs)
        if turn == TURNS - 1:
            break
        base = score(rows, layout, weights, number=False)[back]
        chance = shared(base, group) if shares else 1 / (1 + np.exp(-base))
        seen, plausible = number[back], believable[back]
        yes, no = chance * match[seen], (1 - chance) * other[seen]
        target = np.where(plausible, yes / (yes + no), chance)
        match = _shares(seen[plausible], (target * times)[plausible])
        other = _shares(seen[plausible], ((1 - target) * times)[plausible])
    ratio = np.clip(np.log(match) - np.log(other), -_NUMBER_LIMIT, _NUMBER_LIMIT)
    return Weights(points[:-1], np.array([*ratio, 0.0, 0.0]), float(points[-1]), "numbers", pairs)


def _shares(seen: NDArray[np.int64], weight: Floats) -> Floats:
    count = np.bincount(seen, weight, _LABELS) + 0.5
    return count / count.sum()


def _from_patterns(taught: Tally, layout: Layout, *, pairs: int) -> Weights:
    """EM over patterns of levels; the number, where there is one, is the first hint."""
    rows, _, counts = tallies.opened(taught, layout.width)
    columns = layout.columns(rows)[: len(layout.used)]
    offsets = layout.offsets
    evidence = np.zeros(len(rows))
    for k, column in enumerate(columns):  # to begin with: the more features at their best level, the likelier
        evidence += column - offsets[k] == 0
    chance = np.clip((evidence / max(len(columns), 1)) ** 3, 0.001, 0.98)
    if layout.label is not None:
        seen = rows[:, layout.label]
        chance = np.where(seen == SAME, 0.99, np.where(np.isin(seen, (DOUBTFUL, OTHER)), 0.02, chance))
    points, prior = expectation(rows, counts, layout, chance=chance)
    full = np.zeros(int(offsets[-1]))
    full[: len(points)] = points
    weights = Weights(full, np.zeros(6), prior, "em", pairs)
    if layout.label is None:
        return weights
    base = score(rows, layout, weights, number=False)
    chance = 1 / (1 + np.exp(-np.clip(base, -35, 35)))
    told = (rows[:, layout.label] < ONE) & layout.believable(rows)
    seen = rows[told, layout.label].astype(np.int64)
    match = np.bincount(seen, (counts * chance)[told], _LABELS) + 9.5 * _MATCH
    other = np.bincount(seen, (counts * (1 - chance))[told], _LABELS) + 9.5 * _OTHER
    ratio = np.clip(np.log(match / match.sum()) - np.log(other / other.sum()), -_NUMBER_LIMIT, _NUMBER_LIMIT)
    return Weights(full, np.array([*ratio, 0.0, 0.0]), prior, "em", pairs)


def from_truth(levels: Levels, same: NDArray[np.bool_], layout: Layout, *, background: Levels) -> Weights:
    """Points from pairs whose truth is known: how the built-in points are made, and what reviewed pairs can add."""
    rows, back = patterns(levels)
    strangers, which = patterns(background)
    sure = np.bincount(which, minlength=len(strangers)) * (STRANGERS / max(len(background), 1))
    positive = np.append(np.bincount(back, same, len(rows)), np.zeros(len(sure)))
    negative = np.append(np.bincount(back, ~same, len(rows)), sure)
    points = logistic(np.concatenate([rows, strangers]), positive, negative, layout, rounds=20)
    number = np.zeros(6)
    if layout.label is not None:
        seen = levels[:, layout.label]
        told = (seen < ONE) & layout.believable(levels)
        match = _shares(seen[told].astype(np.int64), same[told].astype(np.float64))
        other = _shares(seen[told].astype(np.int64), (~same[told]).astype(np.float64))
        number[:_LABELS] = np.clip(np.log(match) - np.log(other), -_NUMBER_LIMIT, _NUMBER_LIMIT)
    return Weights(points[:-1], number, float(points[-1]), "built-in", len(levels))

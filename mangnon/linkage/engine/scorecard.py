"""The weights: a logistic scorecard over one-hot levels, learnt from pairs whose personal numbers tell, or by EM over patterns of levels.

The score of a pair is a sum of points (natural logarithm of odds); every point belongs to one feature at one level, so each link explains
itself. Everything is deterministic: no sampling by chance, no starting point by chance.
"""

from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Levels
from mangnon.linkage.engine.model import Model

Floats = NDArray[np.float64]
RIDGE = 0.3
BELIEVABLE = 0.34  # share of the known features that must agree
CENTRED = 1.0  # towards points learnt elsewhere the pull may be stronger than towards nothing
ENOUGH = 5000  # labelled pairs below which EM takes over


@dataclass(frozen=True)
class Layout:
    """Where the points of each feature stand: plain features first, then the features weighed together."""

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    used: tuple[int, ...]  # columns of the level matrix that are plain features (the label column is not)
    together: tuple[tuple[int, tuple[int, ...], tuple[frozenset[int], ...]], ...]
    label: int | None
    agrees: tuple[frozenset[int], ...]  # of each plain feature: the levels that agree, and those that know nothing
    unknowns: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, model: Model) -> "Layout":
        features = model.features
        at = {name: i for i, (name, _, _) in enumerate(features)}
        label = at[model.labels] if model.labels else None
        used = tuple(i for i in range(len(features)) if i != label)
        names = [features[i][0] for i in used]
        sizes = [features[i][2].size for i in used]
        agrees = tuple(features[i][2].agree for i in used)
        unknowns = tuple(features[i][2].unknown for i in used)
        together = []
        for item in model.togethers:
            others = tuple(at[name] for name in item.others)
            together.append((at[item.first], others, tuple(features[i][2].agree for i in others)))
            names.append(f"{item.first} × {' + '.join(item.others)}")
            sizes.append(features[at[item.first]][2].size * (len(others) + 1))
        return cls(tuple(names), tuple(sizes), used, tuple(together), label, agrees, unknowns)

    @property
    def width(self) -> int:
        """Columns of the level matrix."""
        return len(self.used) + (self.label is not None)

    @cached_property
    def offsets(self) -> NDArray[np.int64]:
        return np.concatenate([[0], np.cumsum(self.sizes)]).astype(np.int64)

    def columns(self, levels: Levels) -> list[NDArray[np.int64]]:
        """For each feature of the layout, the place of every pair's point in the weights."""
        offsets = self.offsets
        found = [offsets[k] + levels[:, i].astype(np.int64) for k, i in enumerate(self.used)]
        for k, (first, others, agrees) in enumerate(self.together, len(self.used)):
            count = np.zeros(len(levels), np.int64)
            for other, agree in zip(others, agrees, strict=True):
                count += _members(agree)[levels[:, other]]
            found.append(offsets[k] + levels[:, first].astype(np.int64) * (len(others) + 1) + count)
        return found

    def believable(self, levels: Levels) -> NDArray[np.bool_]:
        """Whether enough else agrees for a number to be weighed: one typed into a stranger's row says nothing about the stranger."""
        agree, known = np.zeros(len(levels), np.int16), np.zeros(len(levels), np.int16)
        for at, agrees, unknown in zip(self.used, self.agrees, self.unknowns, strict=True):
            column = levels[:, at]
            agree += _members(agrees)[column]
            known += ~_members(unknown)[column]
        return agree >= BELIEVABLE * np.maximum(known, 1)

    def first_agrees(self, levels: Levels) -> NDArray[np.bool_]:
        """Whether the features that tell one child of a family from another (the first ones weighed together) agree."""
        agree = np.ones(len(levels), np.bool_)
        for first, _, _ in self.together[:1]:
            agree &= _members(self.agrees[self.used.index(first)])[levels[:, first]]
        return agree

    def number_points(self, levels: Levels, weights: "Weights") -> Floats:
        """Points of the number; none where it cannot be believed."""
        assert self.label is not None
        return np.where(self.believable(levels), weights.number[levels[:, self.label]], 0.0)


@cache
def _members(levels: frozenset[int]) -> NDArray[np.bool_]:
    """A table that tells for each level whether it belongs to the set."""
    table = np.zeros(256, np.bool_)
    table[list(levels)] = True
    return table


@dataclass(frozen=True)
class Weights:
    """The learnt part of a model: points, the points of the number's levels, the intercept, and how they were learnt."""

    points: Floats
    number: Floats
    intercept: float
    method: str
    pairs: int
    curve: tuple[tuple[float, float], ...] = field(default=())  # calibration: (score, probability)


def score(levels: Levels, layout: Layout, weights: Weights, *, number: bool = True) -> Floats:
    """Points of every pair."""
    total = np.full(len(levels), weights.intercept)
    for column in layout.columns(levels):
        total += weights.points[column]
    if number and layout.label is not None:
        total += layout.number_points(levels, weights)
    return total


def patterns(levels: Levels) -> tuple[Levels, NDArray[np.int64]]:
    """The distinct rows of levels and which of them each pair is."""
    code = np.zeros(len(levels), np.int64)
    for i in range(levels.shape[1]):
        code = code * 15 + levels[:, i]
    _, first, back = np.unique(code, return_index=True, return_inverse=True)
    return levels[first], back.reshape(-1)


def logistic(
    levels: Levels,
    positive: Floats,
    negative: Floats,
    layout: Layout,
    *,
    start: Floats | None = None,
    centre: Floats | None = None,
    rounds: int = 9,
) -> Floats:
    """Points and intercept (last) by Newton's method from `start` with a ridge towards `centre`; rows carry their weights of either kind.

    Rows are one-hot in every feature, so the matrix of second derivatives is a table of joint counts: no design matrix is built.
    """
    offsets, columns = layout.offsets, layout.columns(levels)
    width = int(offsets[-1]) + 1
    total = positive + negative
    points = np.zeros(width) if start is None else start.copy()
    goal = np.zeros(width) if centre is None else centre
    ridge = np.full(width, RIDGE if centre is None else CENTRED)
    ridge[-1] = 1e-6

    def value(at: Floats) -> tuple[float, Floats]:
        total_score = np.full(len(levels), at[-1])
        for column in columns:
            total_score += at[column]
        loss = total * np.logaddexp(0, total_score) - positive * total_score
        return float(loss.sum() + 0.5 * (ridge * (at - goal) ** 2).sum()), total_score

    worth, scores = value(points)
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(scores, -35, 35)))
        slope, bend = positive - total * chance, total * chance * (1 - chance)
        gradient, hessian = np.zeros(width), np.zeros((width, width))
        for k, column in enumerate(columns):
            gradient += np.bincount(column, slope, width)
            hessian[-1] += np.bincount(column, bend, width)
            for j, other in enumerate(columns[: k + 1]):
                size = layout.sizes[j]
                joint = np.bincount((column - offsets[k]) * size + other - offsets[j], bend, layout.sizes[k] * size)
                block = joint.reshape(layout.sizes[k], size)
                hessian[offsets[k] : offsets[k + 1], offsets[j] : offsets[j + 1]] = block
                hessian[offsets[j] : offsets[j + 1], offsets[k] : offsets[k + 1]] = block.T
        gradient[-1], hessian[-1, -1] = slope.sum(), bend.sum()
        hessian[:, -1] = hessian[-1]
        gradient -= ridge * (points - goal)
        hessian[np.diag_indices(width)] += ridge
        step = np.linalg.solve(hessian, gradient)
        better, new_scores = value(points + step)
        while better > worth and np.abs(step).max() > 1e-6:
            step /= 2
            better, new_scores = value(points + step)
        gain = worth - better
        points, worth, scores = points + step, better, new_scores
        if gain < 0.05:
            break
    return points


def expectation(levels: Levels, counts: Floats, layout: Layout, *, chance: Floats, rounds: int = 60) -> tuple[Floats, float]:
    """EM over patterns, features independent given the class: log odds per level, and the log odds of a match among the pairs."""
    offsets, columns = layout.offsets, layout.columns(levels)[: len(layout.used)]
    width = int(offsets[-1])
    points, prior = np.zeros(width), 0.0
    for _ in range(rounds):
        match, other = counts * chance, counts * (1 - chance)
        prior = float(np.log(match.sum() + 1) - np.log(other.sum() + 1))
        new = np.zeros(width)
        for k, column in enumerate(columns):
            place, size = slice(int(offsets[k]), int(offsets[k + 1])), layout.sizes[k]
            m = np.bincount(column - offsets[k], match, size) + 0.1
            u = np.bincount(column - offsets[k], other, size) + 0.1
            new[place] = np.log(m / m.sum()) - np.log(u / u.sum())
        moved = np.abs(new - points).max()
        points = new
        total = prior + sum(points[column] for column in columns)
        chance = 1 / (1 + np.exp(-np.clip(total, -35, 35)))
        if moved < 1e-6:
            break
    return points, prior

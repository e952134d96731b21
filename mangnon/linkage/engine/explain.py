"""Why: for every field of a pair its level in words and its points. The sum of the points and the intercept is the score."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Levels, arrow, words
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.scorecard import Layout, Weights, patterns


@dataclass(frozen=True)
class Evidence:
    """One field: its Vietnamese label, the level in words, the points (positive speaks for one person)."""

    field: str
    label: str
    level: str
    points: float


def points(levels: Levels, layout: Layout, weights: Weights) -> NDArray[np.float64]:
    """(pairs, columns of the level matrix): points of each field; features weighed together count for their first field."""
    out = np.zeros(levels.shape)
    columns = layout.columns(levels)
    for column, at in zip(columns, layout.used, strict=False):
        out[:, at] += weights.points[column]
    for column, (first, _, _) in zip(columns[len(layout.used) :], layout.together, strict=True):
        out[:, first] += weights.points[column]
    if layout.label is not None:
        out[:, layout.label] += layout.number_points(levels, weights)
    return out


def evidence(levels: Sequence[int], model: Model, weights: Weights, layout: Layout | None = None) -> tuple[Evidence, ...]:
    """The fields of one pair; the layout of the model may be given where many pairs are explained."""
    row = np.array([levels], np.uint8)
    given = points(row, layout or Layout.of(model), weights)[0]
    return tuple(
        Evidence(name, label, feature.words[level], round(float(value), 2))
        for (name, label, feature), level, value in zip(model.features, row[0], given, strict=True)
    )


def sentences(levels: Levels, model: Model, weights: Weights) -> pa.Array:
    """For each pair one line, "Ngày sinh: trùng +3,1; …"; each distinct pattern is written once."""
    rows, back = patterns(levels)
    given = points(rows, Layout.of(model), weights)
    texts = [[f"{label}: {word} " for word in feature.words] for _, label, feature in model.features]
    signed = np.char.replace(np.char.mod("%+.1f", given), ".", ",") if len(rows) else np.empty((0, 0), str)
    lines = [
        "; ".join(text[level] + value for text, level, value in zip(texts, row, values, strict=True))
        for row, values in zip(rows.tolist(), signed.tolist(), strict=True)
    ]
    return pa.DictionaryArray.from_arrays(arrow(back.astype(np.int32)), words(lines))

"""Two learnt models on the same records: what both link, what only one does, how far their probabilities differ, who is right."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import calibration, clusters, parameters, results, verdicts
from mangnon.linkage.engine.columns import Rows, text_column
from mangnon.linkage.engine.linking import Pairs, link
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.records import Records, encode
from mangnon.linkage.engine.scorecard import Weights
from mangnon.linkage.engine.stages import Stages, peak_mb
from mangnon.linkage.engine.tables import BadFile, Table, identifiers, open_table
from mangnon.linkage.engine.versions import versions
from mangnon.linkage.engine.vocabulary import Vocabulary

NAMES = ("a", "b")
APART = 0.1  # probabilities that differ by this much are worth a look


@dataclass(frozen=True)
class Learnt:
    """A learnt model: what it compares, its points, what it was saved with."""

    label: str
    model: Model
    weights: Weights
    about: dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """What one model holds of the pairs it compared: one number a pair (left row and right row), probabilities, verdicts."""

    codes: Rows
    probabilities: NDArray[np.float64]
    links: NDArray[np.bool_]
    review: NDArray[np.bool_]


def contrast_files(
    *, left: Path, right: Path | None, weights: tuple[str, str], out: Path, truth: Path | None = None, threads: int = 1
) -> dict[str, Any]:
    """Write differences.parquet and contrast.json into `out`; returns the latter's content. Without `right`, doubles within one file.

    Each of `weights` is the model.json of a run, or the name of a built-in model with shipped points.
    """
    pa.set_cpu_count(max(threads, 1))
    stages = Stages()
    learnt = [parameters.learnt(name) for name in weights]
    both = [Learnt(name, *found) for name, found in zip(weights, learnt, strict=True)]
    _check_modes(both, right)
    with stages("read"):
        one = open_table(left)
        two = one if right is None else open_table(right)
        ids = [identifiers(table, both[0].model) for table in dict.fromkeys((one, two))]
        true = _truth(truth, ids, dedupe=right is None) if truth else None
    judged = _judged(both, one, two, stages)
    content = _content(both, judged, true)
    content["records"] = {"left": one.rows} if right is None else {"left": one.rows, "right": two.rows}
    content |= {"seconds": round(sum(row["seconds"] for row in stages.rows.values()), 3), "peak_mb": round(peak_mb(), 1)}
    content["versions"] = versions()
    with results.folder(out) as folder:
        results.write_table(folder / "differences.parquet", _differences(judged, ids, true))
        results.write_json(folder / "contrast.json", content)
    return content


def _check_modes(both: list[Learnt], right: Path | None) -> None:
    for one in both:
        if one.model.dedupe is not (right is None):
            what = "tìm trùng trong một tệp: chỉ đưa một tệp" if one.model.dedupe else "nối hai tệp: đưa cả tệp thứ hai"
            raise Refusal(f"Mô hình của “{one.label}” dùng để {what}.")


def _truth(path: Path, ids: list[pa.Array], *, dedupe: bool) -> Rows:
    """True pairs as codes. Pairs of records that are in neither file are left out."""
    table = open_table(path)
    if len(table.names) < 2:
        raise BadFile(f"Tệp “{path.name}” cần hai cột: mã bản ghi bên trái, mã bản ghi bên phải của cùng một người.")
    sides = [
        pc.index_in(text_column(table.column(name), length=table.rows), ids[0 if place == 0 else -1])
        for place, name in enumerate(table.names[:2])
    ]
    one, two = (pc.fill_null(side, -1).to_numpy(zero_copy_only=False).astype(np.int64) for side in sides)
    known = (one >= 0) & (two >= 0)
    if not known.any():
        raise BadFile(f"Tệp “{path.name}”: không mã nào có trong các tệp đem so. Hai cột đầu phải là mã bản ghi bên trái, bên phải.")
    one, two = one[known], two[known]
    return np.unique(np.minimum(one, two) << 32 | np.maximum(one, two) if dedupe else one << 32 | two)


def _judged(both: list[Learnt], one: Table, two: Table, stages: Stages) -> list[Judged]:
    """Each model on the records; two that compare alike read and compare them once."""
    found = []
    ready: tuple[str, Records, Records, Vocabulary] | None = None
    for learnt in both:
        if ready is None or ready[0] != learnt.model.text:
            vocabulary = Vocabulary()
            with stages("encode"):
                lefts = encode(one.column, length=one.rows, model=learnt.model, vocabulary=vocabulary)
                rights = lefts
                if not learnt.model.dedupe:
                    rights = encode(two.column, length=two.rows, model=learnt.model, vocabulary=vocabulary, beside=lefts)
            ready = (learnt.model.text, lefts, rights, vocabulary)
        _, lefts, rights, vocabulary = ready
        pairs, _ = link(lefts, rights, learnt.model, vocabulary, stages, learnt.weights)
        found.append(_verdicts(pairs, learnt, lefts, rights))
    return found


def _verdicts(pairs: Pairs, learnt: Learnt, lefts: Records, rights: Records) -> Judged:
    probabilities = calibration.apply(pairs.probabilities, learnt.weights.curve)
    decide = clusters.decide if learnt.model.dedupe else verdicts.decide
    decided = decide(pairs, probabilities, learnt.model)
    links, review = np.zeros(len(pairs), np.bool_), np.zeros(len(pairs), np.bool_)
    links[decided.pairs[decided.links]] = True
    review[decided.pairs[~decided.links]] = True
    codes = lefts.rows[pairs.left] << 32 | rights.rows[pairs.right]
    order = np.argsort(codes, kind="stable")
    return Judged(codes[order], probabilities[order], links[order], review[order])


def _content(both: list[Learnt], judged: list[Judged], true: Rows | None) -> dict[str, Any]:
    a, b = judged
    linked = [one.codes[one.links] for one in judged]
    common = np.intersect1d(linked[0], linked[1], assume_unique=True)
    shared, at, bt = np.intersect1d(a.codes, b.codes, assume_unique=True, return_indices=True)
    gap = b.probabilities[bt] - a.probabilities[at]
    return {
        "models": {
            name: one.about | {"pairs": len(side.codes), "links": int(side.links.sum()), "review": int(side.review.sum())}
            | ({"accuracy": _accuracy(side, true)} if true is not None else {})
            for name, one, side in zip(NAMES, both, judged, strict=True)
        },
        "links": {"common": len(common), "only_a": len(linked[0]) - len(common), "only_b": len(linked[1]) - len(common)},
        "pairs": {"common": len(shared), "only_a": len(a.codes) - len(shared), "only_b": len(b.codes) - len(shared)},
        "probabilities": {
            "mean_difference": round(float(gap.mean()), 6) if len(gap) else 0.0,
            "mean_distance": round(float(np.abs(gap).mean()), 6) if len(gap) else 0.0,
            "greatest": round(float(np.abs(gap).max(initial=0)), 6),
            "apart": int((np.abs(gap) >= APART).sum()),
        },
        **({"truth": {"pairs": len(true)}} if true is not None else {}),
    }  # fmt: skip


def _accuracy(side: Judged, true: Rows) -> dict[str, float]:
    right = np.isin(side.codes, true)
    links = int(side.links.sum())
    hits = int((side.links & right).sum())
    return {
        "precision": round(hits / links, 6) if links else 1.0,
        "recall": round(hits / len(true), 6),
        "recall_after_review": round(int(((side.links | side.review) & right).sum()) / len(true), 6),
        "calibration_error": round(calibration.error(side.probabilities, right), 6) if len(right) else 0.0,
    }


def _differences(judged: list[Judged], ids: list[pa.Array], true: Rows | None) -> pa.Table:
    """Every pair the two do not hold alike, by left and right record; without a number where a model did not compare it."""
    codes = np.union1d(judged[0].codes, judged[1].codes)
    columns: dict[str, Any] = {}
    differs = np.zeros(len(codes), np.bool_)
    words = []
    chances = []
    for side in judged:
        at = np.searchsorted(codes, side.codes)
        chance, verdict = np.full(len(codes), np.nan), np.zeros(len(codes), np.int8)
        chance[at], verdict[at] = side.probabilities, side.links * 2 + side.review
        chances.append(chance)
        words.append(verdict)
    differs = (words[0] != words[1]) | (np.abs(chances[0] - chances[1]) >= APART)
    shown = np.flatnonzero(differs)
    columns = {
        "left_id": ids[0].take(pa.array(codes[shown] >> 32)),
        "right_id": ids[-1].take(pa.array(codes[shown] & 0xFFFFFFFF)),
    }
    for name, chance, verdict in zip(NAMES, chances, words, strict=True):
        columns[f"probability_{name}"] = pa.array(chance[shown], from_pandas=True)
        columns[f"verdict_{name}"] = pa.array(["", "review", "link"]).take(pa.array(verdict[shown]))
    if true is not None:
        columns["same"] = np.isin(codes[shown], true)
    return pa.table(columns)

"""Pairs compared, learnt from, scored and decided over a cluster: each left piece with the right records its pairs need."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

import numpy as np
import pyarrow as pa

from mangnon.linkage.engine import calibration, competition, learning, results, tallies
from mangnon.linkage.engine.columns import Coded, Rows
from mangnon.linkage.engine.learning import Labels
from mangnon.linkage.engine.linking import Pairs, rivalry
from mangnon.linkage.engine.records import Records
from mangnon.linkage.engine.scorecard import Floats, Layout, Weights, score
from mangnon.linkage.engine.spark.pieces import LEFT, RIGHT, SIDE, Book, Plan
from mangnon.linkage.engine.spark.reading import records_of
from mangnon.linkage.engine.spark.rows import (
    Kind,
    Row,
    bundled,
    from_batch,
    from_levels,
    from_records,
    to_batch,
    to_levels,
    to_records,
    unbundled,
)
from mangnon.linkage.engine.verdicts import decide

_RIGHT_ROW = 0xFFFFFFFF


def brought(plan: Plan, book: Book, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The right records each left piece needs, each once, and its pairs."""
    held = list(rows)
    wanted: dict[int, list[Rows]] = {}
    for row in held:
        if row.kind in (Kind.PAIRS, Kind.STRANGERS):
            wanted.setdefault(row.at, []).append(np.frombuffer(row.payload, np.int64) & _RIGHT_ROW)
            yield row._replace(part=row.at)
    if not wanted:
        return
    number = part - SIDE
    records, ids = records_of(book, next(row.payload for row in held if row.kind == Kind.RECORDS), RIGHT, number)
    first = int(book.firsts[RIGHT][number])
    for left, asked in wanted.items():
        at = np.unique(np.concatenate(asked)) - first
        yield Row(left, Kind.RIGHTS, 0, from_records(records.take(at), ids.take(pa.array(at))))


def compared(plan: Plan, book: Book, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The levels of a left piece's pairs, with all that follows needs; how many labels there are; the patterns of strangers."""
    held = list(rows)
    records, ids = records_of(book, next(row.payload for row in held if row.kind == Kind.RECORDS), LEFT, part)
    rights, right_ids = _together([to_records(row.payload) for row in held if row.kind == Kind.RIGHTS], records)
    first, layout = int(book.firsts[LEFT][part]), Layout.of(plan.model)
    order = np.argsort(rights.rows)
    known = rights.rows[order]

    def levels_of(codes: Rows) -> tuple[Rows, np.ndarray]:
        at = order[np.searchsorted(known, codes & _RIGHT_ROW)]
        return at, book.comparer.levels(records, rights, (codes >> 32) - first, at)

    codes, strangers = (np.sort(_codes(held, kind)) for kind in (Kind.PAIRS, Kind.STRANGERS))
    at, levels = levels_of(codes)
    pairs = pa.RecordBatch.from_pydict(
        {"code": codes, "levels": from_levels(np.ascontiguousarray(levels)), "right_id": right_ids.take(pa.array(at))}
    )
    yield Row(part, Kind.BLOCK, len(codes), bundled(from_batch(pairs), from_records(records, ids)))
    yield Row(part, Kind.LABELS, 0, json.dumps(asdict(Labels.of(levels, layout))).encode())
    for pattern, count in tallies.single(levels_of(strangers)[1]).items():
        yield Row(0, Kind.STRANGER, count, pattern)


def _codes(rows: list[Row], kind: Kind) -> Rows:
    return np.concatenate([np.empty(0, np.int64), *(np.frombuffer(row.payload, np.int64) for row in rows if row.kind == kind)])


def _together(parts: list[tuple[Records, pa.Array]], like: Records) -> tuple[Records, pa.Array]:
    """Records of several pieces as one; none of the form of others when there are none."""
    if not parts:
        return like.take(np.empty(0, np.int64)), pa.array([], pa.string())
    columns = {name: Coded.joined([part.columns[name] for part, _ in parts]) for name in parts[0][0].columns}
    return Records(columns, np.concatenate([part.rows for part, _ in parts])), pa.concat_arrays([ids for _, ids in parts])


class _Block:
    """What `compared` made of a left piece."""

    def __init__(self, payload: bytes, book: Book, part: int) -> None:
        pairs, left = unbundled(payload)
        batch = to_batch(pairs)
        self.first = int(book.firsts[LEFT][part])
        self.code = batch["code"].to_numpy()
        self.left, self.right = (self.code >> 32) - self.first, self.code & _RIGHT_ROW
        self.levels, self.right_ids = to_levels(batch["levels"]), batch["right_id"]
        self._left = left

    def records(self) -> tuple[Records, pa.Array]:
        return to_records(self._left)


def lesson(plan: Plan, book: Book, labels: Labels, rows: Iterable[Row]) -> Iterator[Row]:
    """What the pairs of a piece teach, as counts."""
    layout = Layout.of(plan.model)
    for row in rows:
        block = _Block(row.payload, book, row.part)
        for pattern, count in learning.lesson(block.levels, block.left + block.first, layout, labels, shares=True).items():
            yield Row(0, Kind.LESSON, count, pattern)


def claims(plan: Plan, book: Book, weights: Weights, rows: Iterable[Row]) -> Iterator[Row]:
    """Pairs that are likely enough to contest a right record, sent to its piece with their left records."""
    layout = Layout.of(plan.model)
    for row in rows:
        block = _Block(row.payload, book, row.part)
        scores = score(block.levels, layout, weights)
        wanted = np.flatnonzero(competition.shared(scores, block.left) >= competition.LEAST)
        wanted = wanted[np.argsort(block.right[wanted], kind="stable")]
        if not len(wanted):
            continue
        records, ids = block.records()
        agrees = layout.first_agrees(block.levels)
        for number, stretch in book.cuts(RIGHT, block.right[wanted]):
            at = wanted[stretch]
            batch = pa.RecordBatch.from_pydict({"code": block.code[at], "score": scores[at], "agrees": agrees[at]})
            left = from_records(records.take(block.left[at]), ids.take(pa.array(block.left[at])))
            yield Row(SIDE + number, Kind.CLAIMS, row.part, bundled(from_batch(batch), left))


def contested(plan: Plan, book: Book, weights: Weights, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """For right records that several left records claim: each suitor with its strongest rival, sent home."""
    halves = [unbundled(row.payload) for row in rows]
    batches = pa.Table.from_batches([to_batch(half[0]) for half in halves]).combine_chunks()
    code, scores, agrees = (batches[name].to_numpy() for name in ("code", "score", "agrees"))
    left, right = code >> 32, code & _RIGHT_ROW
    found = competition.claims(scores, np.arange(len(code)), left, right)
    if not len(found.suitor):
        return
    records, _ = _together([to_records(half[1]) for half in halves], Records({}, np.empty(0, np.int64)))
    between = rivalry(records, np.arange(len(code)), agrees, found, book.comparer, Layout.of(plan.model), weights)
    order = np.argsort(code[found.suitor])
    suitors = code[found.suitor][order]
    for number, stretch in book.cuts(LEFT, suitors >> 32):
        at = order[stretch]
        batch = {"code": suitors[stretch], "rival": scores[found.rival[at]], "between": between[at]}
        yield Row(number, Kind.CONTESTED, 0, from_batch(pa.RecordBatch.from_pydict(batch)))


def decided(plan: Plan, book: Book, weights: Weights, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The pairs of a left piece that are written, and the counts of the summary."""
    held = list(rows)
    block = _Block(next(row.payload for row in held if row.kind == Kind.BLOCK), book, part)
    scores = score(block.levels, Layout.of(plan.model), weights)
    chances = _after_rivals(block, scores, [to_batch(row.payload) for row in held if row.kind == Kind.CONTESTED])
    probabilities = calibration.apply(chances, weights.curve)
    pairs = Pairs(block.left, block.right, block.levels, scores, chances)
    verdicts = decide(pairs, probabilities, plan.model)
    places = Pairs(block.left, np.arange(len(block.code)), block.levels, scores, chances)  # right ids stand beside the pairs
    for number, batch in enumerate(results.shown(places, probabilities, verdicts, block.records()[1], block.right_ids)):
        yield Row(part, Kind.SHOWN, number, from_batch(batch))
    yield Row(part, Kind.OUTCOME, 0, json.dumps(asdict(results.Outcome.of(pairs, probabilities, verdicts))).encode())


def _after_rivals(block: _Block, scores: Floats, parts: list[pa.RecordBatch]) -> Floats:
    chances = competition.shared(scores, block.left)
    if not parts:
        return chances
    told = pa.Table.from_batches(parts).combine_chunks()
    suitor = np.searchsorted(block.code, told["code"].to_numpy())
    return competition.yielded(scores, chances, block.left, suitor, told["rival"].to_numpy(), told["between"].to_numpy())

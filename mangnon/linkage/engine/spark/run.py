"""Two files linked over a cluster: what one machine does in `engine.run`, with the same functions, to the same bytes."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import learning, parameters, results, tables
from mangnon.linkage.engine.columns import Rows
from mangnon.linkage.engine.learning import Labels
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.engine.records import span
from mangnon.linkage.engine.run import for_two_files
from mangnon.linkage.engine.scorecard import Layout, Weights
from mangnon.linkage.engine.spark import joining, reading, scoring
from mangnon.linkage.engine.spark.data import Cluster, Data
from mangnon.linkage.engine.spark.pieces import LEFT, RIGHT, SIDE, Book, Plan, pieces, unbroken
from mangnon.linkage.engine.spark.rows import Kind, Row, to_batch
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.tables import Table, check_columns, no_id, open_table, same_id
from mangnon.linkage.engine.tallies import Tally

MOST_WORDS = 5_000_000  # distinct words, which every machine holds: of names there are thousands, of free texts there may be millions
_MOST_PATTERNS = 5_000_000  # distinct patterns or sets of them that teach: learning samples, so there are at most some 400,000 sets
_KEYS_PER_RANGE = 2_000_000

type Years = tuple[int, int] | None


def link_files(
    session: Callable[[], AbstractContextManager[Cluster]], *, left: Path, right: Path, model: str, out: Path, weights: Path | None = None
) -> dict[str, Any]:
    """Write links.parquet, model.json and summary.json of two files into `out`; returns the summary. The files and `out` must be
    reached under the same paths from every machine. What can be refused at once is refused before a `session` begins."""
    stages, form = Stages(), load(model)
    for_two_files(form)
    given = parameters.load(weights, form) if weights else None
    for path in (left, right):
        if tables.is_parquet(path):
            check_columns(open_table(path), form)
    out = out.absolute()
    with results.folder(out) as folder, ExitStack() as open_session:
        with stages("start"):
            cluster = open_session.enter_context(session())
        with stages("read"):
            plan, years, rows = _read(cluster, (left, right), form, folder / "parts")
        with stages("encode"):
            coded, book = _coded(cluster, plan, years)
        job = _Job(cluster, plan, book)
        with stages("candidates"):
            pairs = job.pairs(coded)
        with stages("compare"):
            blocks = job.compared(coded, pairs)
        with stages("learn"):
            learnt = given if given is not None else job.learnt(blocks)
        with stages("decide"):
            decided, outcome = job.decided(blocks, learnt)
        with stages("write"):
            job.write(decided, folder / "links.parquet", out, learnt)
            parameters.save(folder / "model.json", form, learnt)
        shutil.rmtree(folder / "parts", ignore_errors=True)
        summary = results.summary(form, learnt, stages, outcome)
        summary["records"] = {"left": rows[LEFT], "right": rows[RIGHT], "right_considered": int(book.firsts[RIGHT][-1])}
        summary["cores"] = cluster.cores
        summary["pieces"] = {"left": len(plan.pieces[LEFT]), "right": len(plan.pieces[RIGHT])}
        results.write_json(folder / "summary.json", summary)
    return summary


def _read(cluster: Cluster, paths: tuple[Path, Path], model: Model, parts: Path) -> tuple[Plan, Years, tuple[int, int]]:
    """Both files, checked as far as their heads go, then piece by piece; the years of birth in the left one; their numbers of records."""
    one, two = (_opened(cluster, path, parts / f"{side}.parquet") for side, path in enumerate(paths))
    for table, _ in (one, two):
        check_columns(table, model)
    left, right = (pieces(table, place, side=side, tasks=cluster.cores) for side, (table, place) in enumerate((one, two)))
    rows = one[0].rows, two[0].rows
    plan = Plan(model, (left, right), ranges=-(-sum(rows) // _KEYS_PER_RANGE))
    cluster.parts(max(2 * cluster.cores, len(model.keys) * plan.ranges // 8))
    if any(reading.has_fractions(table, model) for table, _ in (one, two)):
        found = cluster.start(plan.numbers()).map(reading.fractions, cluster.share(plan)).sums(_MOST_PATTERNS)
        broken = [frozenset(column[1:].decode() for _, column in found if column[0] == side) for side in (LEFT, RIGHT)]
        plan = replace(plan, pieces=(unbroken(left, broken[LEFT]), unbroken(right, broken[RIGHT])))
    looked = cluster.start(plan.numbers()).map(reading.look, cluster.share(plan)).group(reading.looked).small()
    for side in (LEFT, RIGHT):
        _check_ids(cluster, plan, side, looked)
    years = reading.added([np.frombuffer(row.payload, np.int64) for row in looked if row.kind == Kind.YEARS])
    return plan, span(years), rows


def _opened(cluster: Cluster, path: Path, target: Path) -> tuple[Table, Path]:
    """The file, and where it is read: a CSV file is written as Parquet first, because text can only be parted by who has read it."""
    if tables.is_parquet(path):
        return open_table(path), path.absolute()
    target.parent.mkdir(exist_ok=True)
    cluster.start([Row(0, Kind.PIECE, 0, b"")]).map(_convert, path.absolute(), target).small()
    return replace(open_table(target), path=path), target


def _convert(path: Path, target: Path, rows: Iterable[Row]) -> Iterator[Row]:
    for _ in rows:
        tables.to_parquet(path, target)
    yield from ()


def _check_ids(cluster: Cluster, plan: Plan, side: int, looked: list[Row]) -> None:
    """Refuse a file with an empty id, or with one that stands twice."""
    path = Path(plan.pieces[side][0].path)
    empty = [row.at & ((1 << 40) - 1) for row in looked if row.kind == Kind.EMPTY_ID and row.at >> 40 == side]
    if empty:
        raise no_id(path, min(empty), plan.model)
    double = [row for row in looked if row.kind == Kind.DOUBLE_ID and row.part == side]
    if not double:
        return
    wanted = np.sort(np.frombuffer(b"".join(row.payload for row in double), np.uint64))
    found = cluster.start(plan.numbers()).map(reading.texts, cluster.share(plan), side, wanted)
    counts = {text: count for (_, text), count in found.only(Kind.DOUBLE_ID).sums(_MOST_PATTERNS).items()}
    firsts = {text: first for (_, text), first in found.only(Kind.ID).firsts(_MOST_PATTERNS).items()}
    if again := [text for text, count in counts.items() if count > 1]:
        first = min(again, key=lambda text: firsts[text])
        raise same_id(path, first.decode(), counts[first], plan.model)


def _coded(cluster: Cluster, plan: Plan, years: Years) -> tuple[Data, Book]:
    """The records of all pieces in the codes of their own words, and what is known of all words."""
    model, shared = plan.model, cluster.share(plan)
    start = cluster.start(plan.numbers())
    if model.window and model.labels and years is not None:
        start = start + start.map(reading.numbers, shared, years, plan.ranges * 8).group(reading.known)
    coded = start.group(reading.code, shared, years).kept()
    counts, firsts = coded.only(Kind.WORD).sums(MOST_WORDS), coded.only(Kind.WORD_FIRST).firsts(MOST_WORDS)
    vocabulary = reading.vocabulary_of((word, counts[Kind.WORD, word], first) for (_, word), first in firsts.items())
    sizes = {row.part: row.at for row in coded.only(Kind.RECORDS).map(reading.sizes).small()}
    left, right = (_firsts([sizes[side * SIDE + n] for n in range(len(plan.pieces[side]))]) for side in (LEFT, RIGHT))
    return coded.only(Kind.RECORDS), Book(model, vocabulary, (left, right))


def _firsts(counts: list[int]) -> Rows:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


class _Job:
    """The stages after all words are known."""

    def __init__(self, cluster: Cluster, plan: Plan, book: Book) -> None:
        self.cluster, self.plan = cluster, plan
        self.layout = Layout.of(plan.model)
        self.shared = cluster.share(plan), cluster.share(book)

    def pairs(self, coded: Data) -> Data:
        """Candidate pairs by right piece, each once; and strangers."""
        lefts = self.cluster.start(row for row in self.plan.numbers() if row.part < SIDE)
        joined = coded.map(joining.keys, *self.shared).group(joining.joined, *self.shared)
        pairs = (joined + lefts).group(joining.united, *self.shared).kept()
        pairs.compute()
        return pairs

    def compared(self, coded: Data, pairs: Data) -> Data:
        """Left pieces with their pairs and the levels of these."""
        brought = (coded.between(SIDE, 2 * SIDE) + pairs).group(scoring.brought, *self.shared)
        blocks = (coded.between(0, SIDE) + brought).group(scoring.compared, *self.shared).kept()
        blocks.compute()
        return blocks

    def learnt(self, blocks: Data) -> Weights:
        """The weights the labelled pairs teach. What comes here are counts of patterns."""
        model = self.plan.model
        told = (Labels(**json.loads(row.payload)) for row in blocks.only(Kind.LABELS).small())
        labels = sum(told, Labels(0, 0, 0))
        prior = parameters.builtin(model)
        if prior is not None and not labels.enough:
            return prior
        lesson = blocks.only(Kind.BLOCK).map(scoring.lesson, *self.shared, labels)
        tallies: dict[int, Tally] = {Kind.LESSON: Counter(), Kind.STRANGER: Counter()}
        for (kind, pattern), count in (lesson + blocks.only(Kind.STRANGER)).sums(_MOST_PATTERNS).items():
            tallies[kind][pattern] = count
        return learning.weights_of(tallies[Kind.LESSON], tallies[Kind.STRANGER], self.layout, labels, True, prior)

    def decided(self, blocks: Data, weights: Weights) -> tuple[Data, results.Outcome]:
        """What is written, and what came of it."""
        blocks, shared = blocks.only(Kind.BLOCK), (*self.shared, weights)
        contested = blocks.map(scoring.claims, *shared).group(scoring.contested, *shared)
        decided = (blocks + contested).group(scoring.decided, *shared).kept()
        told = (results.Outcome(**json.loads(row.payload)) for row in decided.only(Kind.OUTCOME).small())
        return decided.only(Kind.SHOWN), sum(told, results.Outcome())

    def write(self, shown: Data, path: Path, out: Path, weights: Weights) -> None:
        """One task writes the one file, row by row as the pieces come."""
        shown.in_order(_write, self.plan.model, weights, path, out).small()
        if not path.is_file():
            raise Refusal(f"Máy thợ đã ghi kết quả nhưng máy này không thấy “{out}”. Đặt thư mục kết quả trên ổ dùng chung của cả cụm.")


def _write(model: Model, weights: Weights, path: Path, out: Path, rows: Iterable[Row]) -> Iterator[Row]:
    beside = path.with_suffix(".part")
    try:
        results.write_links(beside, (to_batch(row.payload) for row in rows), model, weights)
        beside.replace(path)
    except OSError as error:
        raise results.NoPlace.at(out, error) from error
    yield from ()

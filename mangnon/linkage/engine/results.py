"""The files a run leaves: written beside their place, moved there when all stand. The same rows give the same bytes, however they came."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import parameters
from mangnon.linkage.engine.columns import Rows, arrow, plain, words
from mangnon.linkage.engine.explain import sentences
from mangnon.linkage.engine.linking import Pairs
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.scorecard import Floats, Weights
from mangnon.linkage.engine.stages import Stages, peak_mb
from mangnon.linkage.engine.verdicts import Verdicts
from mangnon.linkage.engine.versions import versions

GROUP = 1 << 20  # rows written together


class NoPlace(Refusal):
    """The results cannot be written."""

    @classmethod
    def at(cls, out: Path, error: OSError) -> "NoPlace":
        """What the system said of the folder of results."""
        return cls(f"Không ghi được kết quả vào “{out}”: {error.strerror or error}. Kiểm tra chỗ trống và quyền ghi rồi chạy lại.")


@contextmanager
def folder(out: Path) -> Iterator[Path]:
    """A folder beside `out` that becomes its content when everything is written."""
    beside = out.parent / f".{out.name}.{os.getpid()}"
    try:
        beside.mkdir(parents=True)
        yield beside
        out.mkdir(exist_ok=True)
        for file in sorted(beside.iterdir()):
            file.replace(out / file.name)
    except OSError as error:
        raise NoPlace.at(out, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def shown(pairs: Pairs, probabilities: Floats, verdicts: Verdicts, left_ids: pa.Array, right_ids: pa.Array) -> Iterator[pa.RecordBatch]:
    """The pairs that are written, in their order; `left_ids`, `right_ids` by the places of `pairs`."""
    for start in range(0, len(verdicts.pairs), GROUP):
        at, links = verdicts.pairs[start : start + GROUP], verdicts.links[start : start + GROUP]
        yield pa.RecordBatch.from_pydict(
            {
                "left_id": _taken(left_ids, pairs.left[at]),
                "right_id": _taken(right_ids, pairs.right[at]),
                "probability": arrow(probabilities[at]),
                "link": arrow(links.astype(np.int8)),
                "score": arrow(np.round(pairs.scores[at], 3)),
                "levels": pa.FixedSizeListArray.from_arrays(arrow(pairs.levels[at].ravel()), pairs.levels.shape[1]),
            }
        )


def _taken(ids: pa.Array, rows: Rows) -> pa.Array:
    return ids.take(arrow(rows)).cast(pa.string())


def write_links(path: Path, batches: Iterable[pa.RecordBatch], model: Model, weights: Weights) -> int:
    """Write links.parquet from batches of `shown` pairs; returns the rows. How the rows were batched does not show in the file."""
    fields = [("left_id", pa.string()), ("right_id", pa.string()), ("probability", pa.float64()), ("verdict", pa.string())]
    schema = pa.schema([*fields, ("score", pa.float64()), ("why", pa.dictionary(pa.int32(), pa.string()))])
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd", store_schema=False) as writer:
        for batch in _regrouped(batches):
            levels = plain(batch["levels"].combine_chunks().flatten()).reshape(batch.num_rows, -1)
            verdict = words(["review", "link"]).take(batch["link"].combine_chunks().cast(pa.int8()))
            why = sentences(levels, model, weights)
            columns = [batch["left_id"], batch["right_id"], batch["probability"], verdict, batch["score"], why]
            writer.write_table(pa.table(columns, schema=schema), row_group_size=GROUP)
            rows += batch.num_rows
    return rows


def _regrouped(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    held: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        while count + batch.num_rows >= GROUP:
            first = GROUP - count
            yield pa.Table.from_batches([*held, batch.slice(0, first)])
            batch, held, count = batch.slice(first), [], 0
        if batch.num_rows:
            held.append(batch)
            count += batch.num_rows
    if held:
        yield pa.Table.from_batches(held)


def write_table(path: Path, table: pa.Table) -> None:
    pq.write_table(table.replace_schema_metadata(None), path, compression="zstd", store_schema=False)


def write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Outcome:
    """What came of the pairs of a file, or of a part of its left records: counts, and sums of probabilities."""

    compared: int = 0
    links: int = 0
    reviews: int = 0
    review_records: int = 0
    certain: float = 0.0  # of the links
    total: float = 0.0  # of all left records

    @classmethod
    def of(cls, pairs: Pairs, probabilities: Floats, verdicts: Verdicts) -> "Outcome":
        """Of pairs with their verdicts."""
        first = int(pairs.left.min(initial=0))
        return cls(
            compared=len(pairs),
            links=int(verdicts.links.sum()),
            reviews=int((~verdicts.links).sum()),
            review_records=len(np.unique(pairs.left[verdicts.pairs[~verdicts.links]])),
            certain=float(probabilities[verdicts.pairs[verdicts.links]].sum()),
            total=float(np.minimum(np.bincount(pairs.left - first, probabilities), 1).sum()) if len(pairs) else 0.0,
        )

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(
            self.compared + other.compared, self.links + other.links, self.reviews + other.reviews,
            self.review_records + other.review_records, self.certain + other.certain, self.total + other.total,
        )  # fmt: skip


def summary(model: Model, weights: Weights, stages: Stages, outcome: Outcome) -> dict[str, Any]:
    """summary.json but for the counts of records."""
    return {
        "model": model.name,
        "pairs": {"compared": outcome.compared, "link": outcome.links, "review": outcome.reviews},
        "review_records": outcome.review_records,
        "expected": {
            "precision": round(outcome.certain / outcome.links, 6) if outcome.links else None,
            "recall": round(outcome.certain / outcome.total, 6) if outcome.total else None,
        },
        "stages": stages.rows,
        "seconds": round(sum(row["seconds"] for row in stages.rows.values()), 3),
        "peak_mb": round(peak_mb(), 1),
        "thresholds": {"link": model.link, "review": model.review},
        "parameters": parameters.form(model, weights),
        "versions": versions(),
    }

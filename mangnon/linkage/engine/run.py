"""Link two files, or find the doubles in one: read, link, decide, write. Nothing partial is left when something fails."""

import json
import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import calibration, clusters, parameters
from mangnon.linkage.engine.explain import sentences
from mangnon.linkage.engine.linking import Pairs, link
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.scorecard import Weights
from mangnon.linkage.engine.stages import Stages, peak_mb
from mangnon.linkage.engine.tables import identifiers, open_table
from mangnon.linkage.engine.verdicts import Verdicts, decide
from mangnon.linkage.engine.vocabulary import Vocabulary


class NoPlace(Refusal):
    """The results cannot be written."""


def link_files(*, left: Path, right: Path, model: str, out: Path, weights: Path | None = None, threads: int = 1) -> dict[str, Any]:
    """Write links.parquet, model.json and summary.json of two files into `out`; returns the summary."""
    stages, form = _begin(model, threads)
    if form.dedupe:
        raise Refusal(f"Mô hình “{form.name}” dùng để tìm bản ghi trùng trong một tệp. Dùng “mangnon dedupe”, hoặc chọn mô hình khác.")
    given = parameters.load(weights, form) if weights else None
    vocabulary = Vocabulary()
    with stages("read"):
        one, two = open_table(left), open_table(right)
        left_ids, right_ids = identifiers(one, form), identifiers(two, form)
    with stages("encode"):
        lefts = encode(one.column, length=one.rows, model=form, vocabulary=vocabulary)
        rights = encode(two.column, length=two.rows, model=form, vocabulary=vocabulary, beside=lefts)
    pairs, learnt = link(lefts, rights, form, vocabulary, stages, given)
    with stages("decide"):
        probabilities = calibration.apply(pairs.probabilities, learnt.curve)
        verdicts = decide(pairs, probabilities, form)
    with _results(out) as folder:
        with stages("write"):
            _write_links(
                folder / "links.parquet", pairs, probabilities, verdicts, form, learnt, left_ids, right_ids, lefts.rows, rights.rows
            )
            parameters.save(folder / "model.json", form, learnt)
        summary = _summary(form, learnt, stages, pairs, probabilities, verdicts)
        summary["records"] = {"left": one.rows, "right": two.rows, "right_considered": len(rights)}
        _write_json(folder / "summary.json", summary)
    return summary


def dedupe_file(*, file: Path, model: str, out: Path, weights: Path | None = None, threads: int = 1) -> dict[str, Any]:
    """Write links.parquet (pairs), clusters.parquet, model.json and summary.json of one file into `out`; returns the summary."""
    stages, form = _begin(model, threads)
    if not form.dedupe:
        raise Refusal(f"Mô hình “{form.name}” dùng để nối hai tệp. Dùng “mangnon link”, hoặc chọn mô hình khác.")
    given = parameters.load(weights, form) if weights else None
    vocabulary = Vocabulary()
    with stages("read"):
        table = open_table(file)
        ids = identifiers(table, form)
    with stages("encode"):
        records = encode(table.column, length=table.rows, model=form, vocabulary=vocabulary)
    pairs, learnt = link(records, records, form, vocabulary, stages, given)
    with stages("decide"):
        probabilities = calibration.apply(pairs.probabilities, learnt.curve)
        verdicts = clusters.decide(pairs, probabilities, form)
        grouped = clusters.group(pairs, probabilities, verdicts, records=len(records), model=form)
    with _results(out) as folder:
        with stages("write"):
            _write_links(folder / "links.parquet", pairs, probabilities, verdicts, form, learnt, ids, ids, records.rows, records.rows)
            first = ids.take(pa.array(grouped))
            _write(folder / "clusters.parquet", pa.table({"record_id": ids, "cluster_id": first}))
            parameters.save(folder / "model.json", form, learnt)
        summary = _summary(form, learnt, stages, pairs, probabilities, verdicts)
        summary["records"] = {"file": table.rows}
        sizes = np.bincount(grouped)
        summary["clusters"] = {"groups": int((sizes > 1).sum()), "records_in_groups": int(sizes[sizes > 1].sum())}
        _write_json(folder / "summary.json", summary)
    return summary


def _begin(model: str, threads: int) -> tuple[Stages, Model]:
    pa.set_cpu_count(max(threads, 1))
    return Stages(), load(model)


@contextmanager
def _results(out: Path) -> Iterator[Path]:
    """A folder beside `out` that becomes its content when everything is written."""
    folder = out.parent / f".{out.name}.{os.getpid()}"
    try:
        folder.mkdir(parents=True)
        yield folder
        out.mkdir(exist_ok=True)
        for file in sorted(folder.iterdir()):
            file.replace(out / file.name)
    except OSError as error:
        raise NoPlace(
            f"Không ghi được kết quả vào “{out}”: {error.strerror or error}. Kiểm tra chỗ trống và quyền ghi rồi chạy lại."
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_links(
    path: Path, pairs: Pairs, probabilities: np.ndarray, verdicts: Verdicts, model: Model, weights: Weights,
    left_ids: pa.Array, right_ids: pa.Array, left_rows: np.ndarray, right_rows: np.ndarray,
) -> None:  # fmt: skip
    shown = verdicts.pairs
    _write(
        path,
        pa.table(
            {
                "left_id": left_ids.take(pa.array(left_rows[pairs.left[shown]])),
                "right_id": right_ids.take(pa.array(right_rows[pairs.right[shown]])),
                "probability": probabilities[shown],
                "verdict": pa.array(["review", "link"]).take(pa.array(verdicts.links.astype(np.int8))),
                "score": np.round(pairs.scores[shown], 3),
                "why": sentences(pairs.levels[shown], model, weights),
            }
        ),
    )


def _write(path: Path, table: pa.Table) -> None:
    pq.write_table(table.replace_schema_metadata(None), path, compression="zstd", store_schema=False)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _summary(model: Model, weights: Weights, stages: Stages, pairs: Pairs, probabilities: np.ndarray, verdicts: Verdicts) -> dict[str, Any]:
    linked = probabilities[verdicts.pairs[verdicts.links]]
    total = float(np.minimum(np.bincount(pairs.left, probabilities), 1).sum()) if len(pairs) else 0.0
    return {
        "model": model.name,
        "pairs": {"compared": len(pairs), "link": int(verdicts.links.sum()), "review": int((~verdicts.links).sum())},
        "review_records": len(np.unique(pairs.left[verdicts.pairs[~verdicts.links]])),
        "expected": {
            "precision": round(float(linked.mean()), 6) if len(linked) else None,
            "recall": round(float(linked.sum()) / total, 6) if total else None,
        },
        "stages": stages.rows,
        "seconds": round(sum(row["seconds"] for row in stages.rows.values()), 3),
        "peak_mb": round(peak_mb(), 1),
        "thresholds": {"link": model.link, "review": model.review},
        "parameters": parameters.form(model, weights),
        "versions": versions(),
    }


def versions() -> dict[str, str]:
    """What produced the result."""
    return {"mangnon": version("mangnon"), "numpy": np.__version__, "pyarrow": pa.__version__, "python": platform.python_version()}

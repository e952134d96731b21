"""Link two files, or find the doubles in one: read, link, decide, write. Nothing partial is left when something fails."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import calibration, clusters, parameters, results
from mangnon.linkage.engine.columns import arrow
from mangnon.linkage.engine.linking import link
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.tables import identifiers, open_table
from mangnon.linkage.engine.verdicts import decide
from mangnon.linkage.engine.vocabulary import Vocabulary


def link_files(*, left: Path, right: Path, model: str, out: Path, weights: Path | None = None, threads: int = 1) -> dict[str, Any]:
    """Write links.parquet, model.json and summary.json of two files into `out`; returns the summary."""
    stages, form = _begin(model, threads)
    for_two_files(form)
    given = parameters.load(weights, form) if weights else None
    vocabulary = Vocabulary()
    with stages("read"):
        one, two = open_table(left), open_table(right)
        left_ids, right_ids = identifiers(one, form), identifiers(two, form)
    with stages("encode"):
        lefts = encode(one.column, length=one.rows, model=form, vocabulary=vocabulary)
        rights = encode(two.column, length=two.rows, model=form, vocabulary=vocabulary, beside=lefts)
        right_ids = right_ids.take(arrow(rights.rows))
    pairs, learnt = link(lefts, rights, form, vocabulary, stages, given)
    with stages("decide"):
        probabilities = calibration.apply(pairs.probabilities, learnt.curve)
        verdicts = decide(pairs, probabilities, form)
    with results.folder(out) as folder:
        with stages("write"):
            results.write_links(folder / "links.parquet", results.shown(pairs, probabilities, verdicts, left_ids, right_ids), form, learnt)
            parameters.save(folder / "model.json", form, learnt)
        summary = results.summary(form, learnt, stages, results.Outcome.of(pairs, probabilities, verdicts))
        summary["records"] = {"left": one.rows, "right": two.rows, "right_considered": len(rights)}
        results.write_json(folder / "summary.json", summary)
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
    with results.folder(out) as folder:
        with stages("write"):
            results.write_links(folder / "links.parquet", results.shown(pairs, probabilities, verdicts, ids, ids), form, learnt)
            first = ids.take(arrow(grouped))
            results.write_table(folder / "clusters.parquet", pa.table({"record_id": ids, "cluster_id": first}))
            parameters.save(folder / "model.json", form, learnt)
        summary = results.summary(form, learnt, stages, results.Outcome.of(pairs, probabilities, verdicts))
        summary["records"] = {"file": table.rows}
        sizes = np.bincount(grouped)
        summary["clusters"] = {"groups": int((sizes > 1).sum()), "records_in_groups": int(sizes[sizes > 1].sum())}
        results.write_json(folder / "summary.json", summary)
    return summary


def for_two_files(model: Model) -> None:
    """Refuse a model that looks for doubles in one file."""
    if model.dedupe:
        raise Refusal(f"Mô hình “{model.name}” dùng để tìm bản ghi trùng trong một tệp. Dùng “mangnon dedupe”, hoặc chọn mô hình khác.")


def _begin(model: str, threads: int) -> tuple[Stages, Model]:
    pa.set_cpu_count(max(threads, 1))
    return Stages(), load(model)

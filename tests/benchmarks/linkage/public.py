"""The public sets: febrl4 (dataset4a.csv, dataset4b.csv) and historical_figures_with_errors_50k.parquet; neither is in this repository."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from mangnon.linkage.engine.run import dedupe_file, link_files
from tests.benchmarks.linkage.measures import pair_f1


def febrl4(folder: Path, out: Path) -> float:
    """Best pair F1; a record and its duplicate carry the same number in their ids."""
    link_files(left=folder / "dataset4a.csv", right=folder / "dataset4b.csv", model="febrl4", out=out)
    links = pq.read_table(out / "links.parquet").to_pylist()
    same = np.array([row["left_id"].split("-")[1] == row["right_id"].split("-")[1] for row in links])
    return pair_f1(np.array([row["probability"] for row in links]), same, true=5000)


def historical50k(folder: Path, out: Path) -> float:
    """Best pair F1; `cluster` is the truth."""
    file = folder / "historical_figures_with_errors_50k.parquet"
    dedupe_file(file=file, model="historical50k", out=out)
    truth = pq.read_table(file, columns=["unique_id", "cluster"])
    person = dict(zip(truth["unique_id"].to_pylist(), truth["cluster"].to_pylist(), strict=True))
    sizes = np.unique(truth["cluster"].to_pylist(), return_counts=True)[1]
    links = pq.read_table(out / "links.parquet", columns=["left_id", "right_id", "score"]).to_pylist()
    same = np.array([person[row["left_id"]] == person[row["right_id"]] for row in links])
    return pair_f1(np.array([row["score"] for row in links]), same, true=int((sizes * (sizes - 1) // 2).sum()))

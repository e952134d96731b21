"""One table: accuracy, seconds by stage, memory, and the ratio to plain Splink 5 in the same run.

    python -m tests.benchmarks.linkage --size 100000 [--difficulty standard|hard|few] [--public DIR] [--without-peer] [--dedupe] [--index]

Every run is a process of its own on one thread; seconds are wall time of the whole process and, beside it, the processor's time (user and
system), which a busy machine does not stretch; memory is its highest resident size.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow.parquet as pq

from mangnon.cli.city.city import City, generate
from mangnon.cli.city.difficulty import FEW_NUMBERS, HARD, STANDARD
from mangnon.linkage.engine.index import build
from mangnon.linkage.engine.model import load
from tests.benchmarks.linkage.measures import Scored
from tests.benchmarks.linkage.public import febrl4, historical50k

DIFFICULTIES = {"standard": STANDARD, "hard": HARD, "few": FEW_NUMBERS}


@dataclass(frozen=True)
class Cost:
    """Wall seconds, processor seconds and highest resident megabytes of a process."""

    wall: float
    busy: float
    peak: float


def timed(*command: str) -> Cost:
    """What a process on one thread costs."""
    start = time.perf_counter()
    child = subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def accuracy(scored: Scored) -> dict[str, str]:
    """The rows of the table."""
    automatic, review, ece = scored.automatic(), scored.review(), scored.calibration_error()
    return {
        "best-link F1": f"{scored.best_f1():.5f}",
        "recall at precision >= .9995": f"{scored.recall_at(0.9995):.4f}",
        "recall at precision >= .9999": f"{scored.recall_at(0.9999):.4f}",
        "automatic: precision / recall": f"{automatic[0]:.5f} / {automatic[1]:.4f}",
        "review: share / recall after": f"{review[0]:.2%} / {review[1]:.4f}",
        "ECE: as given / after isotonic": f"{ece[0]:.4f} / {ece[1]:.4f}",
    }


def exact_join(folder: Path) -> float:
    """Seconds of a join on exact name and birth date: the lower bound, and no linkage."""
    start = time.perf_counter()
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        connection.execute(
            f"select count(*) from '{folder}/register.parquet' a join '{folder}/population.parquet' b using (full_name, birth_date)"
        ).fetchall()
    return time.perf_counter() - start


def doubles(city: City, folder: Path) -> dict[str, str]:
    """Recall and precision of doubles found inside the register."""
    cost = timed(sys.executable, "-m", "mangnon.cli.main", "dedupe", f"{folder}/register.parquet", "--out", f"{folder}/doubles")
    found = pq.read_table(folder / "doubles" / "links.parquet").to_pylist()
    linked = {frozenset((row["left_id"], row["right_id"])) for row in found if row["verdict"] == "link"}
    true = {frozenset(pair) for pair in zip(city.doubles["left_id"].to_pylist(), city.doubles["other_id"].to_pylist(), strict=True)}
    hits = len(linked & true)
    return {
        "doubles: recall / precision": f"{hits / len(true):.4f} / {hits / max(len(linked), 1):.5f}",
        "doubles: seconds (processor), MB": f"{cost.wall:.1f} ({cost.busy:.1f}), {cost.peak:.0f}",
    }


def asked(city: City, folder: Path) -> dict[str, str]:
    """Latency of one record against an index of the register."""
    model = load("children-children")
    index = build(folder / "index", read=lambda n: city.register[n], ids=city.register["record_id"].combine_chunks(), model=model)
    rng = np.random.default_rng(3)
    rows = rng.integers(0, city.register.num_rows, 2000)
    records = city.register.take(rows).to_pylist()
    taken = []
    for record in records:
        fields = {c.column: record[c.column] for c in model.comparisons}
        start = time.perf_counter()
        index.find(fields)
        taken.append(1000 * (time.perf_counter() - start))
    p50, p95, p99 = np.percentile(taken, [50, 95, 99])
    return {f"one record against {len(index):,}: p50 / p95 / p99 ms": f"{p50:.1f} / {p95:.1f} / {p99:.1f}"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--difficulty", choices=DIFFICULTIES, default="standard")
    parser.add_argument("--public", type=Path, help="folder of the public sets")
    parser.add_argument("--without-peer", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        city = generate(options.size, options.seed, DIFFICULTIES[options.difficulty])
        for part in ("register", "population"):
            pq.write_table(getattr(city, part), folder / f"{part}.parquet")
        lefts = city.register.num_rows
        print(f"{lefts:,} x {city.population.num_rows:,} ({options.difficulty}, seed {options.seed})")
        command = ("link", f"{folder}/register.parquet", f"{folder}/population.parquet", "--out", f"{folder}/out", "--threads", "1")
        cost = timed(sys.executable, "-m", "mangnon.cli.main", *command)
        summary = json.loads((folder / "out" / "summary.json").read_text())
        ours = accuracy(Scored.of(pq.read_table(folder / "out" / "links.parquet"), city.truth, lefts=lefts))
        ours |= {"seconds (processor)": f"{cost.wall:.1f} ({cost.busy:.1f})", "peak MB": f"{cost.peak:.0f}"}
        theirs: dict[str, str] = {}
        if not options.without_peer:
            peer = timed(sys.executable, "-m", "tests.benchmarks.linkage.peer", name)
            theirs = accuracy(Scored.of(pq.read_table(folder / "splink.parquet"), city.truth, lefts=lefts))
            theirs |= {
                "seconds (processor)": f"{peer.wall:.1f} ({peer.busy:.1f})",
                "peak MB": f"{peer.peak:.0f}",
                "ratio of seconds (processor)": f"{peer.wall / cost.wall:.1f} ({peer.busy / cost.busy:.1f})",
            }
        width = max(len(row) for row in [*ours, *theirs])
        print(f"{'':{width}}  {'mangnon':>20}  {'plain Splink 5':>20}")
        for row in dict.fromkeys([*ours, *theirs]):
            print(f"{row:{width}}  {ours.get(row, ''):>20}  {theirs.get(row, ''):>20}")
        print("stages:", ", ".join(f"{stage} {row['seconds']:.2f}" for stage, row in summary["stages"].items()))
        print(f"lower bound, exact join of name and birth date: {exact_join(folder):.2f} s")
        for row, value in (doubles(city, folder) | asked(city, folder)).items():
            print(f"{row}: {value}")
        if options.public:
            print(f"febrl4 best pair F1: {febrl4(options.public, folder / 'febrl4'):.5f}")
            print(f"historical_50k best pair F1: {historical50k(options.public, folder / 'historical'):.4f}")


if __name__ == "__main__":
    main()

"""The same link by one machine and by a Spark cluster on this machine, at growing sizes: the curve of docs/explanation/national-scale.md.

    python -m tests.benchmarks.linkage.national --sizes 60000,240000 [--workers 2] [--heap 1g] [--limit 1500]

A size is the number of children; the population holds about 4.2 persons a child. One machine runs on one thread; the cluster is one master
and workers of one core each. Processor seconds are printed beside wall time, because they mean the same on a machine that others use too.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from mangnon.cli.city.city import generate
from tests.spark_cluster import ROOT, Standalone, standalone

ROLES = (
    ("CoarseGrainedExecutorBackend", "executor, JVM"), ("pyspark.daemon", "executor, Python"), ("SparkSubmit", "driver, JVM"),
    ("mangnon.cli.main", "driver, Python"), ("deploy.master", "master and workers"), ("deploy.worker", "master and workers"),
)  # fmt: skip


@dataclass
class Watch:
    """Processor seconds and highest resident memory of all processes below this one, by role, looked at every half second."""

    cpu: dict[int, float] = field(default_factory=dict)
    memory: dict[int, float] = field(default_factory=dict)
    role: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Look a last time."""
        self._stop.set()
        self._thread.join()

    def rows(self) -> dict[str, tuple[int, float, float]]:
        """By role: processes, processor seconds of all, megabytes of the largest."""
        found: dict[str, list[int]] = defaultdict(list)
        for pid, role in self.role.items():
            found[role].append(pid)
        return {
            role: (len(pids), sum(self.cpu[pid] for pid in pids), max(self.memory[pid] for pid in pids)) for role, pids in found.items()
        }

    def _look(self) -> None:
        while not self._stop.wait(0.5):
            for pid in _below(os.getpid()):
                try:
                    self._note(pid)
                except OSError:  # it ended while being looked at
                    continue

    def _note(self, pid: int) -> None:
        proc = Path("/proc") / str(pid)
        command = (proc / "cmdline").read_bytes().decode(errors="replace")
        role = next((role for sign, role in ROLES if sign in command), None)
        if role is None:
            return
        fields = (proc / "stat").read_text().rpartition(")")[2].split()
        status = (proc / "status").read_text()
        high = status.partition("VmHWM:")[2].split()
        if high:
            self.cpu[pid] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            self.memory[pid] = int(high[0]) / 1024
            self.role[pid] = role


def _below(root: int) -> set[int]:
    parents: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(fields[1])].append(int(entry.name))
    found: set[int] = set()
    open_ones = [root]
    while open_ones:
        children = parents[open_ones.pop()]
        found.update(children)
        open_ones.extend(children)
    return found


def link(folder: Path, out: str, *more: str, settings: Path | None = None, limit: float) -> float | None:
    """Wall seconds of `mangnon link`; None when it took longer than the limit."""
    command = [sys.executable, "-m", "mangnon.cli.main", "link", str(folder / "register.parquet"), str(folder / "population.parquet")]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    if settings is not None:
        environment["SPARK_CONF_DIR"] = str(settings)
    start = time.perf_counter()
    try:
        subprocess.run([*command, "--out", str(folder / out), *more], env=environment, stdout=subprocess.DEVNULL, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return None
    return time.perf_counter() - start


def one_machine(folder: Path, *, limit: float) -> None:
    """Run and print."""
    watch = Watch()
    wall = link(folder, "one", "--threads", "1", limit=limit)
    watch.end()
    _print("one machine", folder / "one", wall, watch)


def cluster(folder: Path, *, workers: int, heap: str, limit: float) -> None:
    """Run on a cluster of its own and print; then say whether the links are the same bytes."""
    events = folder / "events"
    events.mkdir(exist_ok=True)
    settings = f"spark.executor.memory {heap}\nspark.eventLog.enabled true\nspark.eventLog.dir file:{events}\n"
    settings += "spark.eventLog.rolling.enabled false\nspark.eventLog.compress false\n"
    watch = Watch()
    with standalone(folder / "cluster", workers=workers, memory=_double(heap), settings=settings) as started:
        wall = _on(started, folder, limit)
        watch.end()
    _print(f"cluster, {workers} workers of one core", folder / "many", wall, watch)
    for line in _shuffles(events):
        print("    " + line)
    if wall is not None:
        files = ("links.parquet", "model.json")
        same = all((folder / "one" / name).read_bytes() == (folder / "many" / name).read_bytes() for name in files)
        print(f"    links.parquet and model.json {'are the same bytes' if same else 'DIFFER'} as by one machine", flush=True)


def _on(started: Standalone, folder: Path, limit: float) -> float | None:
    return link(folder, "many", "--engine", "spark", "--spark-master", started.url, settings=started.folder, limit=limit)


def _double(heap: str) -> str:
    return f"{2 * int(heap[:-1])}{heap[-1]}"


def _print(title: str, out: Path, wall: float | None, watch: Watch) -> None:
    if wall is None:
        print(f"  {title}: not finished within the limit")
    else:
        summary = json.loads((out / "summary.json").read_text())
        stages = ", ".join(f"{stage} {row['seconds']:.1f}" for stage, row in summary["stages"].items())
        print(f"  {title}: {wall:.1f} s wall; {stages}")
        print(f"    {summary['pairs']}, {summary['records']}, pieces {summary.get('pieces')}")
    total = 0.0
    for role, (count, cpu, memory) in watch.rows().items():
        print(f"    {role}: {count} processes, {cpu:.1f} s processor, largest {memory:.0f} MB")
        total += cpu
    print(f"    all: {total:.1f} s processor", flush=True)


def _shuffles(events: Path) -> list[str]:
    """Bytes written between stages, and what one task had at most."""
    written, read, largest, tasks, spilled = 0, 0, 0, 0, 0
    for file in events.iterdir():
        for line in file.read_text().splitlines():
            event = json.loads(line)
            if event["Event"] != "SparkListenerTaskEnd" or "Task Metrics" not in event:
                continue
            metrics = event["Task Metrics"]
            tasks += 1
            written += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            had = metrics["Shuffle Read Metrics"]["Remote Bytes Read"] + metrics["Shuffle Read Metrics"]["Local Bytes Read"]
            read, largest = read + had, max(largest, had)
            spilled += metrics["Disk Bytes Spilled"]
    return [f"shuffled {written / 1e6:.0f} MB by {tasks} tasks, at most {largest / 1e6:.1f} MB into one, spilled {spilled / 1e6:.0f} MB"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="60000,240000", help="children, several sizes with commas")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--heap", default="1g", help="heap of an executor's JVM; Python's memory comes on top")
    parser.add_argument("--limit", type=float, default=1500, help="seconds after which a run is given up")
    options = parser.parse_args()
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="mangnon-national-") as name:
            folder = Path(name)
            city = generate(size, options.seed)
            for part in ("register", "population"):
                pq.write_table(getattr(city, part), folder / f"{part}.parquet", row_group_size=1 << 18)
            print(f"{city.register.num_rows:,} children x {city.population.num_rows:,} persons (seed {options.seed})", flush=True)
            del city
            one_machine(folder, limit=options.limit)
            cluster(folder, workers=options.workers, heap=options.heap, limit=options.limit)


if __name__ == "__main__":
    main()

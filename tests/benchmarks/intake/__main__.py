"""Rows a second from bytes to register: `python -m tests.benchmarks.intake --rows 100000` in the product's own database; with --address,
a page of a running `mangnon serve` is timed meanwhile.

Prints seconds and rows a second by step, the peak memory of this process and of the one that parses, and p95 of search during the import
against idle.
"""

import argparse
import resource
import statistics
import threading
import time
import urllib.request

from tests.factories import child_lists


def main(rows: int, address: str, seed: int) -> None:
    from mangnon.accounts.records import SYSTEM
    from mangnon.institutions import operations as institutions
    from mangnon.institutions import queries
    from mangnon.intake import operations
    from mangnon.lib import calendar
    from mangnon.register import queries as register

    at = calendar.now()
    if not queries.is_loaded():
        institutions.load_builtin(by=SYSTEM, at=at)
    commune = queries.by_code("31120", on=calendar.day_of(at))
    content = child_lists.workbook(child_lists.many(rows, seed=seed), fields=child_lists.TWENTY)
    before = register.children(SYSTEM, on=calendar.day_of(at)).count()
    print(f"{rows} rows, {len(content) / 1024:.0f} KiB, into a register of {before} children")
    idle = _p95(address, seconds=5) if address else 0.0
    pages: list[float] = []
    stop = threading.Event()
    watcher = threading.Thread(target=_watch, args=(address, pages, stop))
    watcher.start()
    begun = time.perf_counter()
    batch, _ = operations.take_in(
        content=content, name="benchmark.xlsx", format_code="child-list", commune_id=commune.pk, by=SYSTEM, at=at
    )  # fmt: skip
    read = time.perf_counter()
    counts = operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=at)
    done = time.perf_counter()
    stop.set()
    watcher.join()
    speed = {"read and check": read - begun, "enter": done - read, "both": done - begun}
    print(", ".join(f"{step} {rows / seconds:.0f} rows/s" for step, seconds in speed.items()))
    print(counts)
    mebibytes = {who: resource.getrusage(key).ru_maxrss / 1024 for who, key in _WHO.items()}
    print(f"peak memory: this process {mebibytes['own']:.0f} MiB, parsing process {mebibytes['children']:.0f} MiB")
    if pages:
        busy = statistics.quantiles(pages, n=20)[-1]
        print(f"page p95: idle {idle * 1000:.0f} ms, during import {busy * 1000:.0f} ms, ratio {busy / idle:.1f}")


_WHO = {"own": resource.RUSAGE_SELF, "children": resource.RUSAGE_CHILDREN}


def _timed(address: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(address) as answer:
        answer.read()
    return time.perf_counter() - begun


def _p95(address: str, *, seconds: float) -> float:
    end, times = time.perf_counter() + seconds, []
    while time.perf_counter() < end:
        times.append(_timed(address))
    return statistics.quantiles(times, n=20)[-1]


def _watch(address: str, times: list[float], stop: threading.Event) -> None:
    while address and not stop.wait(0.2):
        times.append(_timed(address))


if __name__ == "__main__":
    from mangnon.cli.database import database

    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--address", default="", help="a page of a running server to time meanwhile")
    parser.add_argument("--seed", type=int, default=0, help="of the children in the list; 0: others every time")
    options = parser.parse_args()
    with database():
        main(options.rows, options.address, options.seed or int(time.time()))

"""Rows a second from bytes to register: `python -m tests.benchmarks.intake --rows 100000 --register 1000000` in the product's own database.

The register is filled once. Prints seconds, rows a second and processor seconds of each step (this process and its database process), peak
memory of this process and of the one that parses, and p95 of the pages of a server it starts itself, during the import against idle.
"""

import argparse
import os
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from django.db import connection

_TICKS = os.sysconf("SC_CLK_TCK")


def main(rows: int, size: int, seed: int, *, pages: bool) -> None:
    from mangnon.accounts.records import SYSTEM
    from mangnon.institutions import operations as institutions
    from mangnon.institutions import queries
    from mangnon.lib import calendar
    from mangnon.linkage import queries as linkage
    from tests.benchmarks.intake import city
    from tests.benchmarks.intake.pages import Watch, served

    at = calendar.now()
    if not queries.is_loaded():
        institutions.load_builtin(by=SYSTEM, at=at)
    commune = queries.by_code("31120", on=calendar.day_of(at))
    if size and _children() < size * 0.9:
        print(f"filling the register with {size} children …", flush=True)
        city.fill(size, seed=1, at=at)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    content = city.workbook(rows, seed=seed, known=1 if size else None)
    linkage.refresh_index()
    print(f"{rows} rows, {len(content) / 1024:.0f} KiB, into a register of {_children()} children", flush=True)
    clock = _Clock(rows)
    with served() if pages else nullcontext() as server:
        watch = Watch(server)
        idle = watch.during(lambda: time.sleep(10 if pages else 0))
        busy = watch.during(lambda: _import(content, seed, commune.pk, clock, at))
    own = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in Path("/proc/self/status").read_text().splitlines() if "kB" in line}
    print(f"memory: peak {own['VmHWM']} MiB; at the end {own['RssAnon']} own, {own['RssFile']} mapped files")
    for name in idle:
        print(f"{name}: p95 idle {idle[name] * 1000:.0f} ms, meanwhile {busy[name] * 1000:.0f} ms, {busy[name] / idle[name]:.1f} times")


def _import(content: bytes, seed: int, commune_id: int, clock: "_Clock", at: datetime) -> None:
    from mangnon.accounts.records import SYSTEM
    from mangnon.intake import operations

    batch, _ = clock.step(
        "read, check, match",
        lambda: operations.take_in(
            content=content, name=f"do-{seed}.xlsx", format_code="child-list", commune_id=commune_id, by=SYSTEM, at=at
        ),
    )
    counts = clock.step("enter", lambda: operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=at))
    clock.whole()
    print(counts)


def _children() -> int:
    from mangnon.register.models import Child

    return Child.objects.count()


class _Clock:
    """Wall and processor time of steps."""

    def __init__(self, rows: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.rows, self.backend, self.spent = rows, cursor.fetchone()[0], 0.0

    def step[T](self, name: str, work: Callable[[], T]) -> T:
        wall, own, base = time.perf_counter(), time.process_time(), self._base()
        answer = work()
        wall, own, base = time.perf_counter() - wall, time.process_time() - own, self._base() - base
        self.spent += wall
        each = [seconds / self.rows * 1e6 for seconds in (wall, own, base)]
        print(f"{name}: {self.rows / wall:.0f} rows/s, {each[0]:.0f} µs a row; processor {each[1]:.0f}, database {each[2]:.0f}", flush=True)
        return answer

    def whole(self) -> None:
        print(f"both: {self.rows / self.spent:.0f} rows/s")

    def _base(self) -> float:
        fields = Path(f"/proc/{self.backend}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


if __name__ == "__main__":
    from mangnon.cli.database import database

    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--register", type=int, default=0, help="children to fill the register with first")
    parser.add_argument("--seed", type=int, default=0, help="of the children in the list; 0: others every time")
    parser.add_argument("--pages", action="store_true", help="time pages of a server meanwhile")
    options = parser.parse_args()
    with database():
        main(options.rows, options.register, options.seed or int(time.time()), pages=options.pages)

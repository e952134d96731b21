"""One list from bytes to register, step by step, with what each step cost: what the benchmark runs in a process of its own."""

import os
import sys
import time
from collections.abc import Callable
from multiprocessing.forkserver import _forkserver  # type: ignore[attr-defined]
from pathlib import Path

from django.db import connection

_TICKS = os.sysconf("SC_CLK_TCK")


class Clock:
    """Wall and processor time of steps: of this process with those it started, and of the processes of its database."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = cursor.fetchone()[0]
        self.server = int(_fields(self.backend)[1])
        self.told: list[tuple[str, float, float, float]] = []

    def step[T](self, name: str, work: Callable[[], T]) -> T:
        wall, own, base = time.perf_counter(), _own(), self._base()
        answer = work()
        self.told.append((name, time.perf_counter() - wall, _own() - own, self._base() - base))
        return answer

    def tell(self, rows: int) -> None:
        for name, *seconds in self.told:
            each = [second / rows * 1e6 for second in seconds]
            print(f"{name}: {rows / seconds[0]:.0f} rows/s, {each[0]:.0f} µs a row; processor {each[1]:.0f}, database {each[2]:.0f}")
        print(f"all: {rows / sum(wall for _, wall, _, _ in self.told):.0f} rows/s", flush=True)

    def _base(self) -> float:
        """Of our connection, and of those that have ended."""
        return (sum(map(int, _fields(self.backend)[11:13])) + sum(map(int, _fields(self.server)[13:15]))) / _TICKS


def _own() -> float:
    """Of this process and of those it started, and of the hands (lib.hands), that have ended."""
    hands = _forkserver._forkserver_pid  # type: ignore[attr-defined]
    return sum(os.times()[:4]) + (sum(map(int, _fields(hands)[11:15])) / _TICKS if hands else 0)


def _fields(process: int) -> list[str]:
    """What /proc tells of a process from its state on."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def main(path: Path) -> None:
    from mangnon.accounts.records import SYSTEM
    from mangnon.intake import operations
    from mangnon.lib import calendar
    from tests.benchmarks.intake import memory

    at = calendar.now()
    clock, beside = Clock(), memory.Beside()
    beside.start()
    batch, _ = clock.step(
        "read, check, match",
        lambda: operations.take_in(content=path.read_bytes(), name=path.name, format_code="child-list", commune_id=None, by=SYSTEM, at=at),
    )
    counts = clock.step("enter", lambda: operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=at))
    clock.tell(batch.row_count)
    print(counts)
    own = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in Path("/proc/self/status").read_text().splitlines() if "kB" in line}
    print(f"memory: peak {own['VmHWM']} MiB; at the end {own['RssAnon']} own, {own['RssFile']} mapped files")
    print(f"memory: a process beside at most {beside.end() >> 20} MiB, mapped files included", flush=True)


if __name__ == "__main__":
    from mangnon.cli.database import database

    with database():
        main(Path(sys.argv[1]))

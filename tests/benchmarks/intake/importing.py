"""One list from bytes to register, step by step, with what each step cost: what the benchmark runs in a process of its own."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection

_TICKS = os.sysconf("SC_CLK_TCK")


class Clock:
    """Wall and processor time of steps: of this process and of its database process."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = cursor.fetchone()[0]
        self.told: list[tuple[str, float, float, float]] = []

    def step[T](self, name: str, work: Callable[[], T]) -> T:
        wall, own, base = time.perf_counter(), time.process_time(), self._base()
        answer = work()
        self.told.append((name, time.perf_counter() - wall, time.process_time() - own, self._base() - base))
        return answer

    def tell(self, rows: int) -> None:
        for name, *seconds in self.told:
            each = [second / rows * 1e6 for second in seconds]
            print(f"{name}: {rows / seconds[0]:.0f} rows/s, {each[0]:.0f} µs a row; processor {each[1]:.0f}, database {each[2]:.0f}")
        print(f"all: {rows / sum(wall for _, wall, _, _ in self.told):.0f} rows/s", flush=True)

    def _base(self) -> float:
        fields = Path(f"/proc/{self.backend}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


def main(path: Path) -> None:
    from mangnon.accounts.records import SYSTEM
    from mangnon.institutions import queries
    from mangnon.intake import operations
    from mangnon.lib import calendar

    at = calendar.now()
    commune = queries.by_code("31120", on=calendar.day_of(at))
    clock = Clock()
    batch, _ = clock.step(
        "read, check, match",
        lambda: operations.take_in(
            content=path.read_bytes(), name=path.name, format_code="child-list", commune_id=commune.pk, by=SYSTEM, at=at
        ),
    )
    counts = clock.step("enter", lambda: operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=at))
    clock.tell(batch.row_count)
    print(counts)
    own = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in Path("/proc/self/status").read_text().splitlines() if "kB" in line}
    print(f"memory: peak {own['VmHWM']} MiB; at the end {own['RssAnon']} own, {own['RssFile']} mapped files", flush=True)


if __name__ == "__main__":
    from mangnon.cli.database import database

    with database():
        main(Path(sys.argv[1]))

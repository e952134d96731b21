"""How long 20,000 rows take from bytes to register: `python -m tests.benchmarks.intake_20k [ROWS]`, inside the product's own database.

Prints seconds by step and the peak memory of this process; the promise is under 30 s on two cores.
"""

import resource
import sys
import time

from tests.factories import child_lists


def main(rows: int) -> None:
    from mangnon.accounts.records import SYSTEM
    from mangnon.institutions import operations as institutions
    from mangnon.institutions import queries
    from mangnon.intake import operations
    from mangnon.lib import calendar

    at = calendar.now()
    if not queries.is_loaded():
        institutions.load_builtin(by=SYSTEM, at=at)
    commune = queries.by_code("31120", on=calendar.day_of(at))
    content = child_lists.workbook(child_lists.many(rows, seed=int(time.time())))
    print(f"{rows} rows, {len(content) / 1024:.0f} KiB")
    for turn in ("first", "again"):
        begun, cpu = time.perf_counter(), time.process_time()
        batch = operations.receive(
            content=content, name="benchmark.xlsx", format_code="child-list", commune_id=commune.pk, by=SYSTEM, at=at
        )  # fmt: skip
        received = time.perf_counter()
        counts = operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=at)
        done = time.perf_counter()
        own = time.process_time() - cpu
        steps = f"read and check {received - begun:.1f} s, enrol {done - received:.1f} s, total {done - begun:.1f} s"
        print(f"{turn}: {steps}, of which {own:.1f} s CPU of this process; {counts}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    from mangnon.cli.database import database

    with database():
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)

"""Rows a second from bytes to register: `python -m tests.benchmarks.intake --rows 100000 --register 1000000` in the product's own database.

The register is filled once. The import runs in a process of its own, as `mangnon import` does, and tells seconds, rows a second, processor
seconds of each step and its memory; with --pages, p95 of the pages of a server meanwhile, against idle.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from django.db import connection

KNOWN = 0.3  # of the children of a list, when the register is not empty


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
    if size and _children() < size * 0.9:
        print(f"filling the register with {size} children …", flush=True)
        city.fill(size, seed=1, at=at)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    linkage.refresh_index()
    known = city.known(int(rows * KNOWN), seed=seed, on=calendar.day_of(at)) if size else []
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file, served() if pages else nullcontext() as server:
        Path(file.name).write_bytes(city.workbook(rows, seed=seed, on=calendar.day_of(at), known=known))
        print(f"{rows} rows, {Path(file.name).stat().st_size / 1024:.0f} KiB, into a register of {_children()} children", flush=True)
        watch = Watch(server)
        idle = watch.during(lambda: time.sleep(10 if pages else 0))
        command = [sys.executable, "-m", "tests.benchmarks.intake.importing", file.name]
        busy = watch.during(lambda: subprocess.run(command, check=True))
    for name in idle:
        print(f"{name}: p95 idle {idle[name] * 1000:.0f} ms, meanwhile {busy[name] * 1000:.0f} ms, {busy[name] / idle[name]:.1f} times")


def _children() -> int:
    from mangnon.register.models import Child

    return Child.objects.count()


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

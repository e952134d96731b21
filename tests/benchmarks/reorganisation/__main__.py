"""`python -m tests.benchmarks.reorganisation [--children N] [--duties N]`: preview, decide and apply the act of 1 July 2025, timed.

On a private PostgreSQL of its own. Promised: preview within 20 s, apply within 60 s at 1,000,000 children and 20,000 duties. The homes go
on after that as background work in steps of one old commune; its time is told too, and lists are right meanwhile.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable

_times: dict[str, float] = {}


def main(*, children: int, duties: int) -> None:
    from datetime import datetime

    from mangnon.accounts.records import SYSTEM
    from mangnon.institutions import operations, queries
    from mangnon.lib.calendar import VIETNAM
    from mangnon.register import operations as register
    from mangnon.register import queries as homes
    from tests.benchmarks.reorganisation import city

    at = datetime(2025, 7, 1, 0, 1, tzinfo=VIETNAM)
    _timed("build", lambda: city.build(children=children, duties=duties))
    act = operations.draft_history(on=city.MERGER, by=SYSTEM, at=city.AT)
    _timed("check", lambda: operations.check(act_id=act.pk, by=SYSTEM, at=city.AT))
    act.refresh_from_db()
    tallies = _timed("preview", lambda: queries.preview(act, on=city.EVE))
    _timed("decide", lambda: operations.decide(act_id=act.pk, by=SYSTEM, at=city.AT))
    _timed("apply", lambda: operations.apply(act_id=act.pk, by=SYSTEM, at=at))
    before = _timed("count by commune, homes not yet brought along", lambda: homes.snapshot(on=city.MERGER).commune_id)
    moved = _timed("homes, in steps", lambda: register.follow_homes(by=SYSTEM, at=at))
    after = homes.snapshot(on=city.MERGER).commune_id
    told = {tally.follower: {"moved": tally.moved, "asked": len(tally.asked)} for tally in tallies}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    same = bool((before == after).all())
    answer = {"children": children, "duties": duties, "seconds": _times, "preview": told, "homes": moved, "equal": same, "MiB": round(peak)}
    print(json.dumps(answer, ensure_ascii=False, indent=2))


def _timed[T](name: str, work: Callable[[], T]) -> T:
    begun = time.perf_counter()
    result = work()
    _times[name] = round(time.perf_counter() - begun, 2)
    print(f"{name}: {_times[name]} s", file=sys.stderr)
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=1_000_000)
    parser.add_argument("--duties", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MANGNON_DATA_DIR"] = folder
        from mangnon.cli.database import database

        with database():
            main(children=options.children, duties=options.duties)

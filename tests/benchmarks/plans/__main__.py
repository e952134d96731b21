"""python -m tests.benchmarks.plans [--tasks 5000] [--years 10]: milliseconds and queries of the pages, inside a transaction that is undone.

Promise (plan page, 5,000 duties, 120 agencies, 10 years): at most 300 ms on the server and 15 queries, once the counts of the navigation
are remembered. The duties are sent straight into the tables; the pages are asked for as a browser would, without the network. Two times
are told: by the clock on the wall, and the processor's own time of this process, which other programs of the machine do not lengthen.
"""

import argparse
import statistics
from datetime import date, datetime, time
from time import perf_counter, process_time
from unittest.mock import patch

REPEATS = 9
ON = date(2026, 11, 23)


class Undone(Exception):
    """Leaves the transaction without keeping anything."""


def main(tasks: int, years: int) -> None:
    from django.db import transaction

    from mangnon.accounts.records import SYSTEM
    from mangnon.institutions import operations, queries
    from mangnon.lib import calendar

    if not queries.is_loaded():
        operations.load_builtin(by=SYSTEM, at=calendar.now())
    morning = datetime.combine(ON, time(8), tzinfo=calendar.VIETNAM)
    try:
        with transaction.atomic(), patch.object(calendar, "now", return_value=morning):
            measure(tasks, years)
            raise Undone
    except Undone:
        pass


def measure(tasks: int, years: int) -> None:
    """Write the plan, ask for each page, print the middle and the worst of nine."""
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.benchmarks.plans.made import make
    from tests.factories import people

    settings.ALLOWED_HOSTS = ["testserver"]
    begun = perf_counter()
    made = make(tasks=tasks, years=years, on=ON)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(
        f"{made.tasks} duties, {made.parts} parts, {made.agencies} agencies, {made.people} people, {years} years: {made.occurrences} "
        f"occurrences, {made.reports} reports, written in {perf_counter() - begun:.0f} s",
        flush=True,
    )
    head, leader, officer = people.lead_head(), people.city_leader(), people.ward_officer()
    for name, actor, address in pages(made.plan.pk, head.main_duty.agency_id):
        client = people.browser({"head": head, "leader": leader, "officer": officer}[actor])
        assert client.get(address).status_code == 200, address
        wall, own = [], []
        for _ in range(REPEATS):
            begun, worked = perf_counter(), process_time()
            answer = client.get(address)
            wall.append((perf_counter() - begun) * 1000)
            own.append((process_time() - worked) * 1000)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        size = len(answer.content) / 1024
        print(
            f"{name}: {statistics.median(wall):.0f} ms (worst {max(wall):.0f}), processor {statistics.median(own):.0f} ms, "
            f"{len(asked)} queries, {size:.0f} KiB",
            flush=True,
        )


def pages(plan_pk: int, agency: int) -> list[tuple[str, str, str]]:
    """(what it is, who asks, the address) of every page that reads the whole plan."""
    from django.urls import reverse

    plan, listed = reverse("plan", args=[plan_pk]), reverse("duties")
    return [
        ("plan page", "head", plan),
        ("plan page, one section", "head", f"{plan}?muc=II.7"),
        ("plan page, late duties", "head", f"{plan}?loc=qua-han"),
        ("plan page, duties of one's agency", "officer", f"{plan}?loc=cua-toi"),
        ("plan page, compared with an earlier day", "head", f"{plan}?so-voi=2026-06-30"),
        ("list of duties, page 3", "head", f"{listed}?trang=3"),
        ("list of late duties", "head", f"{listed}?loc=qua-han"),
        ("list of duties of one agency", "head", f"{listed}?don-vi={agency}"),
        ("list of duties by words", "head", f"{listed}?tim=cham soc"),
        ("scorecard of an agency", "head", reverse("agency_duties", args=[agency])),
        ("my work of the lead department's head", "head", reverse("my_work")),
        ("my work of a ward officer", "officer", reverse("my_work")),
        ("the leader's page", "leader", reverse("city_page")),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--tasks", type=int, default=5_000)
    parser.add_argument("--years", type=int, default=10)
    given = parser.parse_args()
    from mangnon.cli.database import database

    with database():
        main(given.tasks, given.years)

"""python -m tests.benchmarks.plans [--tasks 5000] [--years 10]: seconds and queries of the pages, inside a transaction that is undone.

Promise (plan page, 5,000 duties, 120 agencies, 10 years): at most 300 ms on the server and 15 queries, once the counts of the navigation
are remembered. The duties are written straight into the tables; the pages are asked for as a browser would, without the network.
"""

import argparse
import statistics
import time
from datetime import date

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
    try:
        with transaction.atomic():
            measure(tasks, years)
            raise Undone
    except Undone:
        pass


def measure(tasks: int, years: int) -> None:
    """Write the plan, ask for each page, print the middle and the worst of nine."""
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from mangnon.accounts import queries as accounts
    from tests.benchmarks.plans.made import make
    from tests.factories import people

    settings.ALLOWED_HOSTS = ["testserver"]
    leader = people.lead_head()
    begun = time.perf_counter()
    user = accounts.user_named(leader.id)
    made = make(tasks=tasks, years=years, on=ON, users=[user.pk] if user else [])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(
        f"{made.tasks} duties, {made.agencies} agencies, {years} years: {made.occurrences} occurrences, {made.reports} reports, "
        f"written in {time.perf_counter() - begun:.0f} s"
    )
    client = people.browser(leader)
    plan = reverse("plan", args=[made.plan.pk])
    listed = reverse("plan_table", args=[made.plan.pk])
    pages = {
        "plan page": plan,
        "plan page, one section": f"{plan}?muc=II.7",
        "plan page, late duties": f"{plan}?loc=qua-han",
        "plan page, compared with an earlier day": f"{plan}?so-voi=2026-06-30",
        "list of duties, page 3": f"{listed}?trang=3",
        "list of duties of one agency": f"{listed}?don-vi={leader.duties[0].agency_id}",
    }
    for name, address in pages.items():
        assert client.get(address).status_code == 200, address
        spent = []
        for _ in range(REPEATS):
            begun = time.perf_counter()
            answer = client.get(address)
            spent.append((time.perf_counter() - begun) * 1000)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        size = len(answer.content) / 1024
        print(f"{name}: {statistics.median(spent):.0f} ms (worst {max(spent):.0f}), {len(asked)} queries, {size:.0f} KiB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--tasks", type=int, default=5_000)
    parser.add_argument("--years", type=int, default=10)
    given = parser.parse_args()
    from mangnon.cli.database import database

    with database():
        main(given.tasks, given.years)

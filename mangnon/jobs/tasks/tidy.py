"""Forget jobs that ended long ago; those that failed stay a month for whoever looks after the system."""

from mangnon.jobs import old

NAME = "jobs.tidy"
KEPT_DAYS = 30


def run() -> None:
    old.forget(days=KEPT_DAYS)

"""Who may enter children now: two lists that bring one child in one minute must not make two."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

ENROLLING = 7_302_024  # key of the lock under which children are entered
TOGETHER = 7_302_025  # key of the lock of the one process whose transactions enter beside one another


def wait_for_turn(*, together: bool = False) -> None:
    """Wait, in a transaction, until no other one enters children; with `together`, until none does but those of the same process."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock{'_shared' if together else ''}(%s)", [ENROLLING])


@contextmanager
def together() -> Iterator[bool]:
    """Whether this process may let several transactions enter children beside one another: one process at a time. Others still come in
    between, one after the other. Outside a transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [TOGETHER])
        (mine,) = cursor.fetchone()
    try:
        if mine:
            _wait_for_orphans()
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [TOGETHER])


def _wait_for_orphans() -> None:
    """What a killed process had begun beside itself may still be on its way."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s), pg_advisory_unlock(%s)", [ENROLLING, ENROLLING])

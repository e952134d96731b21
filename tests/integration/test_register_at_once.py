"""Two people bring the same child in the same moment: it is entered once."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from mangnon.accounts.records import SYSTEM
from mangnon.register import operations, queries
from mangnon.register.records import Source
from mangnon.register.vocabulary.people import Outcome, SourceKind
from tests.factories.register import AT, TODAY, record


@pytest.mark.django_db(transaction=True)
def test_one_child_in_two_lists_at_once():
    child, start, outcomes = record(number="092322007731"), Barrier(2), []

    def bring(number: int) -> None:
        try:
            start.wait()
            source = Source(SourceKind.LIST, f"batch:{number}", f"Danh sách số {number}")
            outcomes.append(operations.enrol_many(records=[child], source=source, by=SYSTEM, at=AT)[0].outcome)
        finally:
            connection.close()

    threads = [Thread(target=bring, args=[number]) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == sorted([Outcome.NEW, Outcome.UNCHANGED])
    assert queries.children(SYSTEM, on=TODAY).count() == 1

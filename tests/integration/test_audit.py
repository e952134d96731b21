"""The log takes rows and never gives them up."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from mangnon.audit import operations, queries
from mangnon.audit.records import SYSTEM, Subject
from mangnon.audit.vocabulary import Act

AT = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


@pytest.fixture
def event(db):
    operations.record(act=Act.CHILD_VIEWED, subject=Subject("child", "1", "Hồ sơ TE-000001"), by=SYSTEM, at=AT)
    return queries.history_of(kind="child", id="1").get()


def test_an_event_says_who_what_when(event):
    assert (event.who_id, event.act, event.subject_label, event.at) == ("he-thong", "child_viewed", "Hồ sơ TE-000001", AT)


@pytest.mark.parametrize("change", [lambda e: e.delete(), lambda e: queries.history_of(kind="child", id="1").update(who_id="khac")])
def test_the_database_refuses_to_change_or_erase_an_event(event, change):
    with pytest.raises(DatabaseError, match="append_only"), transaction.atomic():
        change(event)
    assert queries.history_of(kind="child", id="1").get().who_id == "he-thong"

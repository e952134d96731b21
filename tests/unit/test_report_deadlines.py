"""Lateness of the yearly report: the last day is 19 November, until midnight in Vietnam, whatever the clock of the machine says."""

import os
import time
from datetime import UTC, date, datetime

import pytest

from mangnon.reports.rules import deadlines
from mangnon.reports.vocabulary import Punctuality

DUE = date(2026, 11, 20)


@pytest.fixture(params=["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"])
def machine_clock(request, monkeypatch):
    """The machine stands in another place."""
    monkeypatch.setitem(os.environ, "TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("handed_in", "kind", "days"),
    [
        ("2026-11-19T16:59:59", Punctuality.ON_TIME, 0),  # one second before midnight in Cần Thơ
        ("2026-11-19T17:00:00", Punctuality.LATE, 1),
        ("2026-11-20T16:59:59", Punctuality.LATE, 1),
        ("2026-11-20T17:00:00", Punctuality.LATE, 2),
        ("2026-01-05T00:00:00", Punctuality.ON_TIME, 0),
    ],
)
def test_handed_in(machine_clock, handed_in, kind, days):
    first = datetime.fromisoformat(handed_in).replace(tzinfo=UTC)
    found = deadlines.timeliness(first_submitted_at=first, due_before=DUE, at=datetime(2026, 12, 1, tzinfo=UTC))
    assert (found.kind, found.days) == (kind, days)


@pytest.mark.parametrize(
    ("at", "kind", "days", "words"),
    [
        ("2026-11-19T16:59:59", Punctuality.NOT_DUE, 0, "Hạn cuối hôm nay"),
        ("2026-11-18T17:00:00", Punctuality.NOT_DUE, 0, "Hạn cuối hôm nay"),
        ("2026-11-17T03:00:00", Punctuality.NOT_DUE, 2, "Còn 2 ngày"),
        ("2026-11-19T17:00:00", Punctuality.MISSING, 1, "Chưa nộp, quá 1 ngày"),
        ("2026-11-23T01:00:00", Punctuality.MISSING, 4, "Chưa nộp, quá 4 ngày"),
    ],
)
def test_not_handed_in(machine_clock, at, kind, days, words):
    found = deadlines.timeliness(first_submitted_at=None, due_before=DUE, at=datetime.fromisoformat(at).replace(tzinfo=UTC))
    assert (found.kind, found.days, deadlines.words(found)) == (kind, days, words)


def test_days_of_a_year():
    assert (deadlines.closing_on(2027), deadlines.due_before(2027)) == (date(2027, 11, 15), date(2027, 11, 20))

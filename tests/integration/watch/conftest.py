"""A running plan and the people around it."""

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar
from mangnon.plans import operations, queries
from tests.factories.people import AT, TODAY


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(calendar, "now", lambda: AT.astimezone(calendar.VIETNAM))


@pytest.fixture
def plan(db):
    return operations.load_builtin(by=SYSTEM, at=AT)


@pytest.fixture
def task(plan):
    return next(one for one in queries.duties(plan.pk, on=TODAY) if one.address == "IV.9.a")

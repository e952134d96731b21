"""Reminders stand on working days, a week before, a day before, on the day, after."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.lib.calendar import WorkingCalendar, known_days
from mangnon.plans.rules import reminders
from mangnon.plans.vocabulary import ReminderKind

CALENDAR = WorkingCalendar(known_days())
WEEK, DAY, TODAY, LATE = ReminderKind.WEEK, ReminderKind.DAY, ReminderKind.TODAY, ReminderKind.LATE


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (date(2026, 11, 19), (date(2026, 11, 12), date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 20))),
        (date(2028, 11, 19), (date(2028, 11, 10), date(2028, 11, 16), date(2028, 11, 17), date(2028, 11, 20))),  # a Sunday
        (
            date(2026, 1, 10),
            (date(2025, 12, 31), date(2026, 1, 9), date(2026, 1, 10), date(2026, 1, 12)),
        ),  # a Saturday worked
        (date(2026, 2, 20), (date(2026, 2, 6), date(2026, 2, 12), date(2026, 2, 13), date(2026, 2, 23))),  # in Tết
    ],
)
def test_they_count_from_the_last_working_day(due, days):
    found = reminders.days(due, calendar=CALENDAR)
    assert (found[WEEK], found[DAY], found[TODAY], found[LATE]) == days


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (date(2026, 11, 11), None),
        (date(2026, 11, 12), WEEK),
        (date(2026, 11, 15), WEEK),
        (date(2026, 11, 18), DAY),
        (date(2026, 11, 19), TODAY),
        (date(2026, 11, 20), LATE),
        (date(2027, 3, 1), LATE),
    ],
)
def test_the_last_that_has_come_stands(on, kind):
    assert reminders.wanted(date(2026, 11, 19), on=on, calendar=CALENDAR) is kind


@given(st.dates(date(2024, 2, 1), date(2035, 11, 30)))
def test_nobody_is_reminded_on_a_closed_day(due):
    found = reminders.days(due, calendar=CALENDAR)
    assert all(CALENDAR.is_working(day) for day in found.values())
    assert found[WEEK] <= found[DAY] <= found[TODAY] <= due < found[LATE]

"""Days as Vietnamese offices reckon them."""

from datetime import UTC, date, datetime

import pytest

from mangnon.lib import calendar


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2010, 11, 23), date(2026, 11, 22), 15),
        (date(2010, 11, 23), date(2026, 11, 23), 16),
        (date(2020, 2, 29), date(2026, 2, 28), 5),
        (date(2020, 2, 29), date(2026, 3, 1), 6),
        (date(2026, 11, 1), date(2026, 11, 23), 0),
    ],
)
def test_age_counts_completed_years(born, on, years):
    assert calendar.age(born=born, on=on) == years


def test_before_the_20th_ends_on_the_19th_at_midnight_in_vietnam():
    last = calendar.last_day_before(date(2026, 11, 20))
    assert last == date(2026, 11, 19)
    assert calendar.end_of(last) == datetime(2026, 11, 19, 17, 0, tzinfo=UTC)


def test_the_day_of_an_instant_is_the_vietnamese_day():
    assert calendar.day_of(datetime(2026, 11, 19, 16, 59, tzinfo=UTC)) == date(2026, 11, 19)
    assert calendar.day_of(datetime(2026, 11, 19, 17, 0, tzinfo=UTC)) == date(2026, 11, 20)

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


class TestWorkingDays:
    """Monday to Friday, but for holidays and exchanged days (Bộ luật Lao động 2019, Điều 112; văn bản 12729/VPCP-KGVX)."""

    def test_the_exchange_of_2_january_2026_is_known(self):
        days = calendar.WorkingCalendar(calendar.known_days())
        assert not days.is_working(date(2026, 1, 2))
        assert days.is_working(date(2026, 1, 10))
        assert days.rule(date(2026, 1, 10)).document == "12729/VPCP-KGVX ngày 25/12/2025"
        assert days.rule(date(2026, 1, 10)).verified

    @pytest.mark.parametrize(("off", "worked"), [("2024-04-29", "2024-05-04"), ("2025-05-02", "2025-04-26"), ("2026-08-31", "2026-08-22")])
    def test_other_exchanges_have_both_their_days(self, off, worked):
        days = calendar.WorkingCalendar(calendar.known_days())
        assert not days.is_working(date.fromisoformat(off))
        assert days.is_working(date.fromisoformat(worked))
        assert date.fromisoformat(worked).weekday() == 5

    def test_a_later_rule_holds_over_an_earlier(self):
        moved = calendar.DayRule(date(2027, 2, 10), working=True, name="", document="1/TB-BNV ngày 01/12/2026", verified=True)
        days = calendar.WorkingCalendar([*calendar.known_days(), moved])
        assert days.is_working(date(2027, 2, 10))

    @pytest.mark.parametrize(
        ("year", "last"), [(2026, "2026-11-19"), (2027, "2027-11-19"), (2028, "2028-11-17"), (2033, "2033-11-18"), (2034, "2034-11-17")]
    )
    def test_the_last_working_day_before_20_november(self, year, last):
        days = calendar.WorkingCalendar(calendar.known_days())
        assert days.last_by(calendar.last_day_before(date(year, 11, 20))) == date.fromisoformat(last)

    def test_every_year_has_its_holidays_and_lunar_ones_to_come_are_unverified(self):
        days = calendar.WorkingCalendar(calendar.known_days())
        for year in range(2024, 2036):
            named = [rule.name for rule in days.in_year(year)]
            assert len(named) >= 11
            assert any("Tết Nguyên Đán" in name for name in named)
        later = [rule for rule in calendar.known_days() if rule.day.year > 2026 and "Tết Nguyên Đán" in rule.name]
        assert later
        assert not any(rule.verified for rule in later)

    def test_a_day_moved_against_its_weekday_is_written_once(self):
        known = [rule.day for rule in calendar.known_days()]
        assert len(known) == len(set(known))

    def test_before_20_november_ends_at_midnight_of_the_19th(self):
        end = calendar.end_of(calendar.last_day_before(date(2026, 11, 20)))
        assert end.isoformat() == "2026-11-20T00:00:00+07:00"

"""Days, clocks and deadlines as Vietnamese offices reckon them (Asia/Ho_Chi_Minh).

Only the doors (web, cli, jobs) call `now` and `today`; rules are given the day.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """This instant, aware, in Vietnamese time."""
    return datetime.now(UTC).astimezone(VIETNAM)


def today() -> date:
    """The day it is in Vietnam."""
    return now().date()


def age(*, born: date, on: date) -> int:
    """Completed years on a day; who is born on 29 February turns on 1 March in a common year."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def last_day_before(day: date) -> date:
    """The last day of "trước ngày …": the day before, until midnight ("trước ngày 20/11" ends on 19/11)."""
    return day - timedelta(days=1)


def end_of(day: date) -> datetime:
    """The instant a day ends in Vietnam: 00:00 of the next day, aware."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=VIETNAM)


def day_of(at: datetime) -> date:
    """The Vietnamese day on which an aware instant falls."""
    return at.astimezone(VIETNAM).date()


@dataclass(frozen=True)
class DayRule:
    """A day that is not what its weekday says: off (holiday, day given in exchange) or worked (a Saturday made up for).

    `document` is the paper that says so; unverified rows come from a reckoning of the lunar calendar, to be confirmed by the yearly notice.
    """

    day: date
    working: bool
    name: str
    document: str
    verified: bool


class WorkingCalendar:
    """Which days offices work, Monday to Friday but for the rules given; of two rules for one day the later in the list holds."""

    def __init__(self, rules: Iterable[DayRule]) -> None:
        self._rules = {rule.day: rule for rule in rules}

    def rule(self, day: date) -> DayRule | None:
        """Why a day differs from its weekday; None when it does not."""
        return self._rules.get(day)

    def is_working(self, day: date) -> bool:
        """Whether offices work on a day."""
        rule = self._rules.get(day)
        return rule.working if rule else day.weekday() < 5

    def last_by(self, day: date) -> date:
        """The last working day on or before a day: when something due that day must leave the desk."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def first_from(self, day: date) -> date:
        """The first working day on or after a day."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def in_year(self, year: int) -> tuple[DayRule, ...]:
        """The rules of a year in order of days."""
        return tuple(self._rules[day] for day in sorted(self._rules) if day.year == year)


@cache
def known_days() -> tuple[DayRule, ...]:
    """Holidays and swapped days of Vietnam that ship with the product, 2024 to 2035 (Bộ luật Lao động 2019, Điều 112; yearly notices)."""
    text = (resources.files("mangnon.lib") / "holidays.csv").read_text(encoding="utf-8")
    return tuple(
        DayRule(date.fromisoformat(row["day"]), row["kind"] == "working", row["name"], row["document"], row["verified"] == "true")
        for row in csv.DictReader(text.splitlines())
    )

"""Days, clocks and deadlines as Vietnamese offices reckon them (Asia/Ho_Chi_Minh).

Only the doors (web, cli, jobs) call `now` and `today`; rules are given the day.
"""

from datetime import UTC, date, datetime, time, timedelta
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

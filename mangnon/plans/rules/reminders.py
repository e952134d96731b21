"""When somebody is reminded of a deadline: a week before, a day before, on the day, after; never on a day offices are closed."""

from datetime import date, timedelta

from mangnon.lib.calendar import WorkingCalendar
from mangnon.plans.vocabulary import ReminderKind

_BEFORE = {ReminderKind.WEEK: 7, ReminderKind.DAY: 1, ReminderKind.TODAY: 0}


def days(due: date, *, calendar: WorkingCalendar) -> dict[ReminderKind, date]:
    """The day of each reminder. Work due on a closed day must leave the desk on the last working day before it; all count from there.

    A deadline "trước ngày 20/11" in 2028 ends on Sunday 19/11: the last working day is Friday 17/11, the reminder a day before is on 16/11.
    """
    leaves = calendar.last_by(due)
    found = {kind: calendar.last_by(leaves - timedelta(days=before)) for kind, before in _BEFORE.items()}
    return found | {ReminderKind.LATE: calendar.first_from(due + timedelta(days=1))}


def wanted(due: date, *, on: date, calendar: WorkingCalendar) -> ReminderKind | None:
    """The reminder that stands on a day: the last whose day has come. A reminder missed while the system slept is made up by the next."""
    reached = [kind for kind, day in days(due, calendar=calendar).items() if day <= on]
    return reached[-1] if reached else None

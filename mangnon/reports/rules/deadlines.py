"""Days of the yearly report and lateness.

Kế hoạch số 73/KH-UBND, mục V.1: "trước ngày 20 tháng 11 hàng năm", so the last day is 19 November, until midnight in Vietnam.
Figures are closed on 15 November: the plan's day is earlier than the year's closing of Nghị định số 09/2019/NĐ-CP, Điều 12, so a period
keeps its own.
"""

from datetime import date, datetime

from mangnon.lib import calendar
from mangnon.reports.records import Timeliness
from mangnon.reports.vocabulary import Punctuality

CLAUSE = "V.1"
DUE_MONTH, DUE_DAY = 11, 20
CLOSING_MONTH, CLOSING_DAY = 11, 15


def due_before(year: int) -> date:
    """The day before which reports of a year are due."""
    return date(year, DUE_MONTH, DUE_DAY)


def closing_on(year: int) -> date:
    """The day on which the figures of a year are closed."""
    return date(year, CLOSING_MONTH, CLOSING_DAY)


def timeliness(*, first_submitted_at: datetime | None, due_before: date, at: datetime) -> Timeliness:
    """A report against its deadline, seen at an instant. What counts is the first submission: a returned report was handed in."""
    last_day = calendar.last_day_before(due_before)
    if first_submitted_at is not None:
        days = (calendar.day_of(first_submitted_at) - last_day).days
        return Timeliness(Punctuality.LATE, days) if days > 0 else Timeliness(Punctuality.ON_TIME, 0)
    days = (calendar.day_of(at) - last_day).days
    return Timeliness(Punctuality.MISSING, days) if days > 0 else Timeliness(Punctuality.NOT_DUE, -days)


def words(timeliness: Timeliness) -> str:
    """As shown on lists: “Chưa nộp, quá 4 ngày”."""
    match timeliness.kind:
        case Punctuality.ON_TIME:
            return "Nộp đúng hạn"
        case Punctuality.LATE:
            return f"Nộp muộn {timeliness.days} ngày"
        case Punctuality.MISSING:
            return f"Chưa nộp, quá {timeliness.days} ngày"
        case _:
            return "Hạn cuối hôm nay" if timeliness.days == 0 else f"Còn {timeliness.days} ngày"

"""How long files are kept, and when they go to the archive.

A file goes to the agency's archive within a year after its work ended, if it is kept five years or longer (Nghị định 30/2020/NĐ-CP,
Điều 30). Nothing is ever deleted here: what has outlived its time waits for the council that decides on it.
"""

from datetime import date

from mangnon.documents.vocabulary import Keeping, Stage

HANDED_OVER_FROM_YEARS = 5
YEARS_TO_HAND_OVER = 1


def hand_over_by(*, ended: date | None, keeping: str, years: int | None) -> date | None:
    """The last day to hand a file to the archive; None while the work runs, and for files kept less than five years."""
    if ended is None or (keeping == Keeping.YEARS and (years or 0) < HANDED_OVER_FROM_YEARS):
        return None
    return _years_later(ended, YEARS_TO_HAND_OVER)


def kept_until(*, ended: date | None, keeping: str, years: int | None) -> date | None:
    """The last day of keeping, counted from the end of the year the work ended in; None for ever and while the work runs."""
    if ended is None or keeping == Keeping.PERMANENT or not years:
        return None
    return date(ended.year + years, 12, 31)


def stage(*, ended: date | None, keeping: str, years: int | None, archived: date | None, on: date, near_days: int = 30) -> Stage:
    """Where a file stands on a day. It is due from thirty days before the last day on."""
    if ended is None or ended > on:
        return Stage.OPEN
    until = kept_until(ended=ended, keeping=keeping, years=years)
    if until is not None and on > until:
        return Stage.EXPIRED
    if archived is not None and archived <= on:
        return Stage.ARCHIVED
    last = hand_over_by(ended=ended, keeping=keeping, years=years)
    return Stage.DUE if last is not None and (last - on).days <= near_days else Stage.CLOSED


def words(keeping: str, years: int | None) -> str:
    """ "Vĩnh viễn", "10 năm"."""
    return Keeping.PERMANENT.label if keeping == Keeping.PERMANENT else f"{years} năm"


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)

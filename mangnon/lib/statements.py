"""What people write down: the text that must be there, the day that cannot be, the step whose turn has not come."""

from datetime import date

from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import clean, short_date


class NothingWritten(Refusal):
    """A text that must be there is empty."""


class WrongDay(Refusal):
    """A day that cannot be: an end before its beginning, a deadline in the past."""


class WrongStep(Refusal):
    """The step was done before, or its turn has not come."""


def written(text: str, what: str) -> str:
    """The text line by line without stray blanks. Raises NothingWritten naming what is missing."""
    found = "\n".join(clean(line) for line in text.splitlines()).strip()
    if not found:
        raise NothingWritten(f"Chưa ghi {what}. Ghi rồi gửi lại.")
    return found


def check_not_before(later: date, earlier: date, what: str) -> None:
    """Raise WrongDay when `later` lies before `earlier`."""
    if later < earlier:
        raise WrongDay(f"{what} ({short_date(later)}) ở trước ngày {short_date(earlier)}. Xem lại ngày.")

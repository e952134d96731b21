"""What every paper of this room must say."""

from datetime import date

from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import clean, short_date


class NothingWritten(Refusal):
    """A text that must be there is empty."""


class WrongDays(Refusal):
    """A day that cannot be: an end before its beginning, a deadline in the past."""


class WrongState(Refusal):
    """The step was done before, or its turn has not come."""


def written(text: str, what: str) -> str:
    """The text without stray blanks. Raises NothingWritten naming what is missing."""
    found = clean(text)
    if not found:
        raise NothingWritten(f"Chưa ghi {what}. Ghi rồi gửi lại.")
    return found


def check_not_before(later: date, earlier: date, what: str) -> None:
    """Raise WrongDays when `later` lies before `earlier`."""
    if later < earlier:
        raise WrongDays(f"{what} ({short_date(later)}) ở trước ngày {short_date(earlier)}. Xem lại ngày.")

"""Every morning: the periods that begin are opened, duties follow their agencies, deadlines that near are told."""

from mangnon.audit.records import SYSTEM
from mangnon.lib import calendar
from mangnon.plans import operations

NAME = "plans.duties"


def run() -> None:
    """Both are done once a day however often they are called."""
    at = calendar.now()
    operations.open_occurrences(by=SYSTEM, at=at)
    operations.remind_due(by=SYSTEM, at=at)

"""Give decided acts of reorganisation their effect when their day has come."""

from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations
from mangnon.lib import calendar

NAME = "institutions.acts"


def run() -> None:
    """Each act in its own transaction; one applied already stays as it is."""
    operations.apply_due(by=SYSTEM, at=calendar.now())

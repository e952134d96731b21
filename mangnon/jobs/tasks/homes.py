"""Bring the homes of children along after a reorganisation: unit by unit, so that it may be cut off anywhere."""

from mangnon.audit.records import SYSTEM
from mangnon.lib import calendar
from mangnon.register import operations

NAME = "register.homes"


def run() -> None:
    """Goes on where it was cut off."""
    operations.follow_homes(by=SYSTEM, at=calendar.now())

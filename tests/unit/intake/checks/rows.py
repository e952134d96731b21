"""A row as checks see it, and what they say of it."""

from datetime import date

from mangnon.intake import checks
from mangnon.intake.records import Context
from mangnon.intake.rules import reading
from tests.factories import child_lists

CAI_KHE, NINH_KIEU = 1, 2
CONTEXT = Context(on=date(2026, 11, 23), commune_id=CAI_KHE, commune_name="Phường Cái Khế")


def read(number=23, **facts):
    """A right row with some cells replaced."""
    return reading.read(number, child_lists.row(**facts))


def said(rule, context=CONTEXT, number=23, **facts):
    """What one rule says of the row: (column, severity, whole message) for each finding."""
    return [(f.column, f.severity, f.message) for f in checks.every()[rule](read(number, **facts), context)]


def only(rule, context=CONTEXT, number=23, **facts):
    """The one finding a rule has."""
    (finding,) = checks.every()[rule](read(number, **facts), context)
    return finding

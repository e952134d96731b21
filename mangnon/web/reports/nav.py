from datetime import date

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.reports import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def waiting(actor: Actor, on: date) -> Count | None:
    """Reports to read for who gathers; one's own still to hand in for who writes."""
    if to_read := queries.waiting_for_review(actor):
        return Count(to_read)
    period = queries.current_period(on=on)
    own = queries.unfinished(actor, period=period) if period else 0
    return Count(own, late=period is not None and on > calendar.last_day_before(period.due_before)) if own else None


ITEMS = (
    NavItem(
        label="Báo cáo năm", url_name="reports", icon="report", group=Group.PLAN, permission=Permission.SEE_REPORTING, order=30,
        count=waiting, tab=5, short="Báo cáo",
    ),
)  # fmt: skip

from datetime import date

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def _undecided(actor: Actor, on: date) -> Count | None:
    """Splits that wait for a person, for those who may decide them."""
    if not rules.may(actor, Permission.DECIDE_SUCCESSION):
        return None
    waiting = queries.open_splits().count()
    return Count(waiting) if waiting else None


ITEMS = (
    NavItem(
        label="Đơn vị, cơ quan", url_name="units", icon="sitemap", group=Group.CATALOGUE, permission=Permission.SEE_UNITS, count=_undecided,
    ),
)  # fmt: skip

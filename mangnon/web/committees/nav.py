from datetime import date

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.plans.queries import committees
from mangnon.web.shell.nav import Count, Group, NavItem


def _open(actor: Actor, on: date) -> Count | None:
    """Conclusions nobody has made a duty of yet."""
    if not rules.may(actor, Permission.RUN_COMMITTEES):
        return None
    waiting = committees.conclusions_without_duty(actor).count()
    return Count(waiting) if waiting else None


ITEMS = (
    NavItem(
        label="Ban điều hành", url_name="committees", icon="users-group", group=Group.PLAN, permission=Permission.SEE_PLANS,
        order=34, count=_open,
    ),
)  # fmt: skip

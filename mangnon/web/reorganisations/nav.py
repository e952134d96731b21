from datetime import date

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def _waiting(actor: Actor, on: date) -> Count | None:
    """Matters that wait for a person, for those who may place them."""
    if not rules.may(actor, Permission.DECIDE_SUCCESSION):
        return None
    waiting = queries.open_question_count()
    return Count(waiting) if waiting else None


ITEMS = (
    NavItem(
        label="Sắp xếp đơn vị", url_name="acts", icon="git-compare", group=Group.CATALOGUE, permission=Permission.SEE_UNITS, order=60,
        count=_waiting,
    ),
)  # fmt: skip

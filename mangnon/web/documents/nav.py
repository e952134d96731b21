from datetime import date

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def _waiting(actor: Actor, on: date) -> Count | None:
    """Papers received by the actor's agency that nobody has been given yet."""
    waiting = queries.waiting_count(actor.main_duty.agency_id) if actor.main_duty else 0
    return Count(waiting) if waiting else None


ITEMS = (
    NavItem(
        label="Văn bản", url_name="documents", icon="book", group=Group.PLAN, permission=Permission.SEE_DOCUMENTS, order=8, count=_waiting
    ),
)

from datetime import date

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.outreach import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def _owed(actor: Actor, on: date) -> Count | None:
    """Replies, opinions and explanations the actor's institutions owe."""
    days = [one.reply_due_on for one in queries.replies_owed(actor)]
    days += [one.opinion_due_on for one in queries.opinions_owed(actor)]
    days += [one.answer_due_on for one in queries.explanations_owed(actor) if one.answer_due_on]
    return Count(len(days), late=any(day < on for day in days)) if days else None


ITEMS = (
    NavItem(
        label="Giám sát, phản biện", url_name="supervision", icon="shield-check", group=Group.PLAN, permission=Permission.SEE_PLANS,
        order=40, count=_owed,
    ),
)  # fmt: skip

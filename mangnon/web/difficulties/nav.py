from datetime import date

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.plans.queries import difficulties
from mangnon.web.shell.nav import Count, Group, NavItem


def _waiting(actor: Actor, on: date) -> Count | None:
    """What waits for the actor: to decide, to weigh, to answer or to read."""
    if rules.may(actor, Permission.DECIDE_DIFFICULTIES):
        waiting = difficulties.to_decide().count()
        return Count(waiting) if waiting else None
    found = difficulties.lead_owes() if rules.may(actor, Permission.PROPOSE_ANSWERS) else difficulties.unit_owes(actor)
    return Count(len(found), late=any(one.stage.late(on) for one in found)) if found else None


ITEMS = (
    NavItem(
        label="Khó khăn, vướng mắc", url_name="difficulties", icon="message-report", group=Group.PLAN, permission=Permission.SEE_PLANS,
        order=24, count=_waiting,
    ),
)  # fmt: skip

from datetime import date

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.plans.queries import checks
from mangnon.web.shell.nav import Count, Group, NavItem


def _owed(actor: Actor, on: date) -> Count | None:
    """Requirements after checks the actor's institutions still owe."""
    days = [one.due_on for one in checks.requirements_owed(actor) if one.due_on]
    return Count(len(days), late=any(day < on for day in days)) if days else None


ITEMS = (
    NavItem(
        label="Kiểm tra, quán triệt", url_name="checks", icon="clipboard-check", group=Group.PLAN, permission=Permission.SEE_PLANS,
        order=36, count=_owed,
    ),
)  # fmt: skip

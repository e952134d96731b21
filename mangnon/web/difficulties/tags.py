"""What hinders a duty, shown on the duty's own page."""

from django import template
from django.template.context import Context

from mangnon.accounts import rules
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans.queries import difficulties
from mangnon.web.difficulties import pages

register = template.Library()


@register.inclusion_tag("difficulties/_of_task.html", takes_context=True)
def difficulties_of(context: Context, task_id: int) -> dict[str, object]:
    """The difficulties units raised on a duty, and the way to raise one."""
    actor = context["request"].actor
    raised = difficulties.difficulties(actor, task_id=task_id)
    rows = pages.rows(raised, on=calendar.today())
    seen = [(row, difficulties.may_see_difficulty(actor, one.difficulty)) for row, one in zip(rows, raised, strict=True)]
    return {"seen": seen, "task_id": task_id, "may_raise": rules.may(actor, Permission.REPORT_OWN_WORK)}


@register.inclusion_tag("difficulties/_to_decide.html", takes_context=True)
def matters_to_decide(context: Context) -> dict[str, object]:
    """Matters before the People's Committee, with the proposal and its cost."""
    actor, on = context["request"].actor, calendar.today()
    waiting = [(one, pages.decision_clock(one, on=on)) for one in difficulties.to_decide()]
    return {"waiting": waiting, "decides": rules.may(actor, Permission.DECIDE_DIFFICULTIES)}

"""What a plan asks of one person: duties in their name, and duties of their agency that have no name yet."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.vietnamese import number
from mangnon.plans import queries
from mangnon.web.plans.addresses import in_words
from mangnon.web.shell.work import WorkItem

NEAR_DAYS = 60


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """Duties that run in the actor's name with a day that is near or past; then one line for what nobody in the agency answers for."""
    for one in queries.in_the_name_of(actor.id, on=on):
        url = reverse("task", args=[one.task_id])
        title, detail = one.summary, f"Nhiệm vụ {in_words(one.address)}, kế hoạch {one.plan_number}"
        if one.status.due is None:
            yield WorkItem.undated(title=title, detail=detail, action="Báo tiến độ", url=url)
        elif (one.status.due - on).days <= NEAR_DAYS:
            yield WorkItem.by_day(one.status.due, on=on, title=title, detail=detail, action="Báo tiến độ", url=url)
    duty = actor.main_duty
    if duty and rules.may(actor, Permission.ASSIGN_TASKS):
        missing = queries.without_person(duty.agency_id, on=on)
        if missing:
            yield WorkItem.undated(
                title=f"{number(missing)} nhiệm vụ của {duty.agency_name} chưa có người phụ trách",
                detail="Mỗi nhiệm vụ cần một người chịu trách nhiệm (mục II.1.d của kế hoạch).",
                action="Giao người", url=reverse("plans") + "?loc=cua-toi",
            )  # fmt: skip

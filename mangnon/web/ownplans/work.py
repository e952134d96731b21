"""What own work plans ask of one person: a plan to issue, activities of the agency that are late or near."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.vietnamese import short_date
from mangnon.plans import queries
from mangnon.web.shell.work import WorkItem

NEAR_DAYS = 14


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """The plan of the year not issued yet; then, in one line each, the actor's own activities that are near or late."""
    duty = actor.main_duty
    if duty is None or not rules.may(actor, Permission.WRITE_WORK_PLANS):
        return
    plan = queries.current_plan()
    if plan is None:
        return
    owes, reminded = queries.owes_work_plan(duty.agency_id, plan=plan, year=on.year, on=on)
    if owes:
        yield WorkItem.undated(
            title=f"Ban hành kế hoạch công tác năm {on.year} của {duty.agency_name}",
            detail=f"Cơ quan chủ trì đã nhắc ngày {short_date(reminded)}" if reminded else f"Thực hiện Kế hoạch {plan.document.number}",
            action="Lập kế hoạch", url=reverse("own_plans"),
        )  # fmt: skip
    for line in queries.activities_of_person(actor.id, year=on.year, on=on):
        if line.due_on is not None and (line.due_on - on).days <= NEAR_DAYS:
            yield WorkItem.by_day(
                line.due_on, on=on, title=line.summary, detail=f"Kế hoạch công tác năm {on.year}, hoạt động {line.position}",
                action="Báo kết quả", url=reverse("activity", args=[line.id]),
            )  # fmt: skip

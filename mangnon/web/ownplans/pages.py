"""What the pages of own work plans show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.vietnamese import short_date
from mangnon.plans.records import ActivityLine, OwnPlan
from mangnon.plans.vocabulary import Calendar, Declared, WorkPlanState

FILTERS = {"": "Mọi đơn vị", "chua-co": "Chưa có kế hoạch", "dang-soan": "Đang soạn", "da-ban-hanh": "Đã ban hành"}
STATES = {WorkPlanState.ISSUED: "ok", WorkPlanState.DRAFT: "info", WorkPlanState.SUPERSEDED: "wait"}
_DECLARED = {Declared.DONE: "ok", Declared.STARTED: "info", Declared.NOTHING: "wait"}
_CALENDAR = {Calendar.LATE: "late", Calendar.SOON: "soon", Calendar.MET: "ok", Calendar.IN_TIME: "ok", Calendar.NO_DEADLINE: "wait"}


@dataclass(frozen=True)
class Row:
    """An activity as a line of the table."""

    line: ActivityLine
    url: str
    when: str
    declared: str
    calendar: str


def chosen(found: Sequence[OwnPlan], wanted: str) -> list[OwnPlan]:
    """The agencies a filter keeps."""
    if wanted == "chua-co":
        return [one for one in found if one.state not in (WorkPlanState.ISSUED, WorkPlanState.SUPERSEDED)]
    if wanted == "dang-soan":
        return [one for one in found if one.state == WorkPlanState.DRAFT]
    if wanted == "da-ban-hanh":
        return [one for one in found if one.state == WorkPlanState.ISSUED]
    return list(found)


def rows(lines: Sequence[ActivityLine]) -> list[Row]:
    """Activities with words for their days and looks for their two statuses."""
    return [
        Row(line, reverse("activity", args=[line.id]), _when(line), _DECLARED[Declared(line.declared)], _CALENDAR[Calendar(line.calendar)])
        for line in lines
    ]


def may_write(actor: Actor, work_plan: Any) -> bool:
    """Whether the actor writes this agency's work plans."""
    return policies.scope(actor, Permission.WRITE_WORK_PLANS).covers(work_plan.institution_id)


def may_report(actor: Actor, activity: Any) -> bool:
    """Whether the actor reports on an activity: who answers for it, or who writes the plans of the agency that carries it out."""
    named = activity.user is not None and activity.user.username == actor.id
    return named or policies.scope(actor, Permission.WRITE_WORK_PLANS).covers(activity.institution_id)


def writes_for(actor: Actor) -> int | None:
    """The agency whose plan the actor writes: its first with the permission."""
    reach = policies.scope(actor, Permission.WRITE_WORK_PLANS)
    return next((duty.agency_id for duty in actor.duties if reach.covers(duty.agency_id)), None)


def _when(line: ActivityLine) -> str:
    days = " đến ".join(short_date(day) for day in (line.starts_on, line.due_on) if day)
    return f"{days} ({line.due_words})" if days and line.due_words and line.due_words not in days else days or line.due_words

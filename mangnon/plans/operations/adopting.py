"""Adopting a plan: from then on its duties run."""

from datetime import datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies
from mangnon.plans.models import Plan, Task
from mangnon.plans.operations.occurrences import open_occurrences
from mangnon.plans.operations.reading import subject
from mangnon.plans.vocabulary import PlanState, TaskState


class AlreadyAdopted(Refusal):
    """The plan runs already."""


class NoLead(Refusal):
    """Some duties have no lead agency; the text names them."""


@transaction.atomic
def adopt(*, plan_id: int, by: Who, at: datetime) -> Plan:
    """Accept the reading: text and duties become the plan the city works by. Every duty must have its one lead.

    Raises NoLead naming the clauses, AlreadyAdopted, NotAllowed.
    """
    policies.check_can_adopt(by)
    plan = Plan.objects.select_for_update(of=("self",)).select_related("document").get(pk=plan_id)
    if plan.state == PlanState.ADOPTED:
        raise AlreadyAdopted(f"Kế hoạch số {plan.document.number} đã được chấp nhận từ trước.")
    drafts = Task.objects.filter(plan=plan, state=TaskState.DRAFT)
    if not drafts.exists():
        raise NoLead("Kế hoạch chưa có nhiệm vụ nào. Thêm nhiệm vụ vào các điều khoản trước khi chấp nhận.")
    if missing := list(drafts.filter(lead=None).values_list("clause__address", flat=True)):
        shown = ", ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
        raise NoLead(f"{len(missing)} nhiệm vụ chưa có cơ quan chủ trì: {shown}. Ghi cơ quan chủ trì hoặc bỏ nhiệm vụ ấy, rồi chấp nhận.")
    count = drafts.update(state=TaskState.ADOPTED)
    plan.state, plan.adopted_by, plan.adopted_at = PlanState.ADOPTED, by.id, at
    plan.save(update_fields=["state", "adopted_by", "adopted_at"])
    open_occurrences(plan_id=plan.pk, by=by, at=at)
    audit.record(act=Act.PLAN_ADOPTED, subject=subject(plan), by=by, at=at, details={"tasks": count})
    return plan

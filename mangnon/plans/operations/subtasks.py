"""Dividing a duty into parts, to any depth."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies as access
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies, queries
from mangnon.plans.models import Task
from mangnon.plans.operations.occurrences import NotTheAgency, open_occurrences
from mangnon.plans.operations.reading import task_subject
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import DueRule, PlanState, TaskState


class BadSubtask(Refusal):
    """The part has no words, no readable deadline, or ends after the duty it is a part of."""


@transaction.atomic
def divide_task(
    *, parent_id: int, institution_id: int, summary: str, by: Who, at: datetime, due_words: str = "", lead_id: int | None = None
) -> Task:  # fmt: skip
    """Give a part of a duty to its agency, or to another one (`lead_id`) when the lead department divides it.

    `institution_id` is the agency that answers for the duty and divides it. A part is a duty of its own: somebody answers for it in
    person, it has statuses and may be divided again. Raises BadSubtask, NotTheAgency, NotAllowed.
    """
    policies.check_can_assign(by, institution_id=institution_id)
    on = day_of(at)
    parent = Task.objects.select_related("plan__document", "clause", "lead").get(pk=parent_id)
    if parent.plan.state != PlanState.ADOPTED or parent.state == TaskState.REMOVED:
        raise BadSubtask("Nhiệm vụ này chưa được giao hoặc đã bỏ nên chưa chia được. Chấp nhận kế hoạch trước.")
    if institution_id not in queries.duty_holders(parent, on=on):
        raise NotTheAgency(
            "Cơ quan này không phải là cơ quan thực hiện nhiệm vụ vào hôm nay. Mở lại trang nhiệm vụ để xem cơ quan hiện nay."
        )
    if lead_id is not None and lead_id != institution_id:
        access.check_may(by if isinstance(by, Actor) else Actor(id=by.id, label=by.label), Permission.ADOPT_PLANS)
    lead = institutions.by_id(lead_id or institution_id)
    if lead is None:
        raise BadSubtask("Không tìm thấy cơ quan thực hiện việc nhỏ. Chọn lại cơ quan.")
    if not summary.strip():
        raise BadSubtask("Chưa ghi việc nhỏ phải làm. Ghi một câu ngắn.")
    due = deadlines.deadline(due_words) if due_words.strip() else None
    if due_words.strip() and due is None:
        raise BadSubtask(f"Không đọc được thời hạn “{due_words}”. Ghi như “trước ngày 20/11/2026”, “quý II năm 2026”.")
    _check_inside(parent, due)
    task = Task.objects.create(
        plan=parent.plan, clause=parent.clause, parent=parent, position=parent.position, summary=summary.strip(), state=TaskState.ADOPTED,
        lead_words=lead.name, lead=lead, function=parent.function, due_words=due_words.strip()[:300], due_rule=due.rule if due else "",
        due_on=due.on if due else None, due_month=due.month if due else None, due_day=due.day if due else None,
    )  # fmt: skip
    audit.record(
        act=Act.TASK_DIVIDED, subject=task_subject(task), by=by, at=at, details={"parent": parent.pk, "institution": lead.pk}
    )  # fmt: skip
    open_occurrences(task_ids=[task.pk], by=by, at=at)
    return task


def _check_inside(parent: Task, due: object) -> None:
    """A part that is done once ends no later than its duty, where that is done once too."""
    last = getattr(due, "on", None)
    if parent.due_rule == DueRule.ONCE and parent.due_on and last and last > parent.due_on:
        raise BadSubtask(
            f"Việc nhỏ có hạn {last:%d/%m/%Y}, sau hạn {parent.due_on:%d/%m/%Y} của nhiệm vụ. "
            "Ghi hạn sớm hơn hoặc đề nghị gia hạn nhiệm vụ."
        )

"""A person puts right what was read."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies
from mangnon.plans.models import Clause, Plan, Task
from mangnon.plans.operations.occurrences import open_occurrences, recut
from mangnon.plans.operations.reading import own_agency, single_agency, task_subject, write_agencies
from mangnon.plans.rules import agencies, deadlines
from mangnon.plans.vocabulary import PlanState, TaskState


class PlanRuns(Refusal):
    """The plan is adopted; its text is no longer a draft."""


class EmptyWords(Refusal):
    """A clause or a duty without words."""


class UnknownAgency(Refusal):
    """The lead named is no agency of the day the paper was issued."""


class NoDeadline(Refusal):
    """The words given for a deadline name no day."""


class NoReason(Refusal):
    """A duty is taken out without saying why."""


@transaction.atomic
def correct_clause(*, clause_id: int, title: str, text: str, by: Who, at: datetime) -> Clause:
    """Put right a heading or text that was read wrongly. What the machine read stays stored; an adopted plan is closed to it."""
    policies.check_can_adopt(by)
    clause = Clause.objects.select_related("plan__document").get(pk=clause_id)
    if clause.plan.state != PlanState.DRAFT:
        raise PlanRuns("Kế hoạch đã được chấp nhận, nguyên văn không sửa nữa. Nếu văn bản được thay thế, đọc văn bản mới vào hệ thống.")
    if not (title.strip() or text.strip()):
        raise EmptyWords(f"Điều khoản {clause.address} không có chữ nào. Ghi lại đúng chữ của văn bản.")
    clause.title, clause.text, clause.corrected_by, clause.corrected_at = title.strip(), text.strip(), by.id, at
    clause.save(update_fields=["title", "text", "corrected_by", "corrected_at"])
    label = f"Điều khoản {clause.address} của kế hoạch số {clause.plan.document.number}"
    audit.record(act=Act.CLAUSE_CORRECTED, subject=Subject("clause", str(clause.pk), label[:200]), by=by, at=at)
    return clause


@transaction.atomic
def correct_task(
    *, task_id: int, summary: str, lead_words: str, coordinating: Sequence[str], due_words: str, by: Who, at: datetime,
    shared: bool | None = None, function: str | None = None, evidence_needed: int | None = None,
) -> Task:  # fmt: skip
    """Put right a duty: what, who leads (a name as of the paper's day, or a group), who co-ordinates, by when ("trước ngày 30/6/2025").

    Raises EmptyWords, UnknownAgency, NoDeadline. A group ("các sở, ban ngành") makes the duty shared unless `shared` says otherwise.
    """
    policies.check_can_adopt(by)
    task = Task.objects.select_related("plan__document", "plan__focal", "clause").get(pk=task_id)
    _fill(task, summary=summary, lead_words=lead_words, due_words=due_words, shared=shared, at=at)
    if function is not None:
        task.function = function
    if evidence_needed is not None:
        task.evidence_needed = max(1, evidence_needed)
    task.save()
    write_agencies(task, [name.strip() for name in coordinating if name.strip()], on=task.plan.document.issued_on or day_of(at))
    recut(task, by=by, at=at)
    audit.record(act=Act.TASK_CORRECTED, subject=task_subject(task), by=by, at=at)
    return task


@transaction.atomic
def add_task(*, clause_id: int, summary: str, lead_words: str, coordinating: Sequence[str], due_words: str, by: Who, at: datetime) -> Task:
    """Add a duty a clause gives that was not cut from it. In an adopted plan it runs at once."""
    policies.check_can_adopt(by)
    clause = Clause.objects.select_related("plan__document", "plan__focal").get(pk=clause_id)
    plan = clause.plan
    before = Task.objects.filter(plan=plan, clause__position__lte=clause.position).aggregate(last=Max("position"))["last"] or 0
    task = Task(plan=plan, clause=clause, position=before, state=TaskState.ADOPTED if plan.state == PlanState.ADOPTED else TaskState.DRAFT)
    _fill(task, summary=summary, lead_words=lead_words, due_words=due_words, shared=None, at=at)
    if task.lead is None and task.state == TaskState.ADOPTED:
        raise UnknownAgency(_unknown(lead_words))
    task.save()
    write_agencies(task, [name.strip() for name in coordinating if name.strip()], on=plan.document.issued_on or day_of(at))
    open_occurrences(task_ids=[task.pk], by=by, at=at)
    audit.record(act=Act.TASK_CORRECTED, subject=task_subject(task), by=by, at=at, details={"added": True})
    return task


@transaction.atomic
def remove_task(*, task_id: int, reason: str, by: Who, at: datetime) -> Task:
    """Take a duty out of the list, with the reason; the row stays."""
    policies.check_can_adopt(by)
    if not reason.strip():
        raise NoReason("Chưa ghi lý do bỏ nhiệm vụ. Ghi một câu, ví dụ “trùng với nhiệm vụ II.6.d”.")
    task = Task.objects.select_related("plan__document", "clause").get(pk=task_id)
    task.state, task.note = TaskState.REMOVED, reason.strip()
    task.save(update_fields=["state", "note"])
    audit.record(act=Act.TASK_CORRECTED, subject=task_subject(task), by=by, at=at, details={"removed": True})
    return task


def _fill(task: Task, *, summary: str, lead_words: str, due_words: str, shared: bool | None, at: datetime) -> None:
    if not summary.strip():
        raise EmptyWords("Nhiệm vụ chưa có nội dung. Ghi một câu ngắn nói việc phải làm.")
    plan: Plan = task.plan
    on = plan.document.issued_on or day_of(at)
    groups = agencies.groups(lead_words)
    task.summary, task.lead_words = summary.strip(), lead_words.strip()
    task.shared = bool(groups) if shared is None else shared
    task.groups = [group.value for group in groups] if task.shared else []
    task.lead = plan.focal if task.shared else single_agency(lead_words, on=on)
    if task.lead is None and not task.shared and lead_words.strip():  # a division of the agency whose own plan it is
        task.lead = own_agency(plan.document.issuer, on=on)
    if lead_words.strip() and task.lead is None and not task.shared:
        raise UnknownAgency(_unknown(lead_words))
    task.note = "" if task.lead else "Chưa có cơ quan chủ trì."
    due = deadlines.deadline(due_words) if due_words.strip() else None
    if due_words.strip() and due is None:
        raise NoDeadline(
            f"Không đọc được thời hạn “{due_words}”. Ghi như trong văn bản, ví dụ “trước ngày 20/11 hằng năm”, “quý II năm 2027”."
        )
    task.due_words = due_words.strip()
    task.due_rule = due.rule if due else ""
    task.due_on, task.due_month, task.due_day = (due.on, due.month, due.day) if due else (None, None, None)


def _unknown(words: str) -> str:
    return f"Không tìm thấy cơ quan “{words}” vào ngày ban hành văn bản. Ghi đúng tên cơ quan như danh mục Đơn vị, cơ quan."

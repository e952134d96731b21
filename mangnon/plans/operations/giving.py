"""Duties born outside a plan that was read: from the conclusion of a meeting, or given directly."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.institutions import queries as institutions
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies
from mangnon.plans.models import Clause, Plan, Task, TaskAgency
from mangnon.plans.operations.assigning import assign
from mangnon.plans.operations.correcting import EmptyWords, NoDeadline, UnknownAgency
from mangnon.plans.operations.occurrences import open_occurrences
from mangnon.plans.operations.reading import subject, task_subject
from mangnon.plans.queries.papers import book_of
from mangnon.plans.records import Deadline
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import DueRule, PlanOrigin, PlanState, TaskState

BOOK_KIND = "Sổ giao việc"


class NotRunning(Refusal):
    """The document is a draft plan: its duties are added where it is corrected."""


@transaction.atomic
def new_task(
    *, summary: str, lead_id: int, by: Who, at: datetime, document_id: int | None = None, issuer_id: int | None = None, text: str = "",
    coordinating_ids: Sequence[int] = (), due_on: date | None = None, due_words: str = "", function: str = "", responsible: str = "",
) -> Task:  # fmt: skip
    """Give a duty that runs at once: one clause, one lead, its occurrence, and its person if named.

    From a paper that is registered (`document_id`: the notice of a meeting's conclusions); or directly by an agency (`issuer_id`), in its
    book of the year. `text` are the words of the paper, `due_on` the last day or `due_words` a rule ("hằng quý", "thường xuyên").
    Raises EmptyWords, UnknownAgency, NoDeadline, NotRunning, NotInAgency, NotAllowed.
    """
    policies.check_can_give(by, lead_id=lead_id)
    on = day_of(at)
    lead = institutions.by_id(lead_id)
    if lead is None or on not in lead.valid:
        raise UnknownAgency("Cơ quan chủ trì không còn hoạt động vào hôm nay. Chọn cơ quan đang hoạt động.")
    if not summary.strip():
        raise EmptyWords("Nhiệm vụ chưa có nội dung. Ghi một câu ngắn nói việc phải làm.")
    due = _deadline(due_on, due_words)
    plan = _plan(document_id, issuer_id, by=by, at=at)
    place = (Clause.objects.filter(plan=plan).aggregate(last=Max("position"))["last"] or 0) + 1
    clause = Clause.objects.create(
        plan=plan, address=str(place), level=1, mark=f"{place}.", title="", text=(text or summary).strip(), position=place,
        read_text=(text or summary).strip(),
    )  # fmt: skip
    task = Task.objects.create(
        plan=plan, clause=clause, position=place, summary=summary.strip(), state=TaskState.ADOPTED, lead_words=lead.name, lead=lead,
        function=function, due_words=due.words if due else "", due_rule=due.rule if due else "", due_on=due.on if due else None,
        due_month=due.month if due else None, due_day=due.day if due else None,
    )  # fmt: skip
    others = [one for one in (institutions.by_id(pk) for pk in coordinating_ids) if one is not None]
    TaskAgency.objects.bulk_create(TaskAgency(task=task, position=i, words=one.name, institution=one) for i, one in enumerate(others))
    audit.record(act=Act.TASK_CORRECTED, subject=task_subject(task), by=by, at=at, details={"given": plan.origin})
    open_occurrences(task_ids=[task.pk], by=by, at=at)
    if responsible:
        assign(task_id=task.pk, institution_id=lead_id, username=responsible, by=by, at=at)
    return task


def _plan(document_id: int | None, issuer_id: int | None, *, by: Who, at: datetime) -> Plan:
    """The document as something that gives duties; an agency's book of direct orders is opened with the year's first."""
    if document_id is not None:
        plan, fresh = Plan.objects.select_related("document").get_or_create(
            document_id=document_id,
            defaults={"state": PlanState.ADOPTED, "origin": PlanOrigin.CONCLUSION, "read_by": by.id, "read_at": at, "adopted_by": by.id,
                      "adopted_at": at},
        )  # fmt: skip
        if plan.state != PlanState.ADOPTED:
            raise NotRunning(f"Văn bản số {plan.document.number} chưa được chấp nhận. Thêm nhiệm vụ ở trang sửa bản đọc của văn bản ấy.")
    else:
        issuer = institutions.by_id(issuer_id) if issuer_id is not None else None
        if issuer is None:
            raise UnknownAgency("Chưa chọn cơ quan giao việc. Chọn cơ quan đang hoạt động.")
        year = day_of(at).year
        known = book_of(issuer.pk, year=year)
        if known is not None:
            return known
        document = documents.register_document(
            number=f"GV-{issuer.code}-{year}", kind=BOOK_KIND, title=f"Nhiệm vụ {issuer.name} giao trực tiếp năm {year}",
            issued_on=date(year, 1, 1), issuer=issuer.name, twin_reason=f"Sổ của {issuer.name} từ khi được tổ chức lại trong năm", by=by,
            at=at,
        )  # fmt: skip
        plan, fresh = (
            Plan.objects.create(
                document=document, state=PlanState.ADOPTED, origin=PlanOrigin.ORDER, focal=issuer, read_by=by.id, read_at=at,
                adopted_by=by.id, adopted_at=at,
            ),
            True,
        )  # fmt: skip
    if fresh:
        audit.record(act=Act.PLAN_ADOPTED, subject=subject(plan), by=by, at=at, details={"origin": plan.origin})
    return plan


def _deadline(due_on: date | None, due_words: str) -> Deadline | None:
    if due_on is not None:
        return Deadline(DueRule.ONCE, due_words.strip() or f"đến ngày {due_on:%d/%m/%Y}", on=due_on)
    found = deadlines.deadline(due_words) if due_words.strip() else None
    if due_words.strip() and found is None:
        raise NoDeadline(f"Không đọc được thời hạn “{due_words}”. Ghi “trước ngày 30/6/2027”, “hằng quý” hoặc “thường xuyên”.")
    return found

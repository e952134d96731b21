"""Reading a file into a draft plan."""

import mimetypes
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Function
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import fold
from mangnon.plans import formats, policies
from mangnon.plans.models import Citation, Clause, Plan, Task, TaskAgency
from mangnon.plans.operations import citing
from mangnon.plans.records import DraftTask, Reading
from mangnon.plans.rules import agencies, reading
from mangnon.plans.rules.focal import focal


class AlreadyRead(Refusal):
    """This paper stands in the system already."""


@transaction.atomic
def read(*, content: bytes, name: str, by: Who, at: datetime) -> Plan:
    """Keep the file, read it, and lay the clauses and draft duties before a person.

    Agencies named by the paper are matched as they stood on its day. Raises what `formats.paper` and `rules.reading.read` raise,
    AlreadyRead, NotAllowed.
    """
    policies.check_can_adopt(by)
    result = reading.read(formats.paper(content, name))
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    head = result.head
    file = documents.store(content=content, name=name, media_type=media_type, by=by, at=at)
    try:
        document = documents.register_document(
            number=head.number, kind=head.type, title=head.title[:5000], issued_on=head.issued_on, issuer=head.issuer[:300], by=by, at=at,
            place=head.place[:100], signer=head.signer[:120], recipients=head.recipients, file=file,
        )  # fmt: skip
    except documents.AlreadyRegistered as refusal:
        raise AlreadyRead(f"{refusal} Mở kế hoạch ấy trong danh sách để xem hoặc sửa bản đọc.") from refusal
    on = head.issued_on or day_of(at)
    words = focal(result.tasks, result.clauses)
    plan = Plan.objects.create(
        document=document, preamble=head.preamble, signer_title=head.signer_title, foot=result.foot, horizon=result.horizon,
        function=_field(head.title), focal_words=words, focal=institutions.agency_named(words, on=on) if words else None,
        read_by=by.id, read_at=at,
    )  # fmt: skip
    clauses = _write_clauses(plan, result)
    _write_tasks(plan, clauses, result.tasks, own=own_agency(head.issuer, on=on), on=on)
    citing.join(plan, by=by, at=at)
    audit.record(
        act=Act.PLAN_READ, subject=subject(plan), by=by, at=at, details={"clauses": len(result.clauses), "tasks": len(result.tasks)}
    )
    return plan


def subject(plan: Plan) -> Subject:
    """The plan as the log names it."""
    return Subject(kind="plan", id=str(plan.pk), label=f"Kế hoạch số {plan.document.number}"[:200])


def task_subject(task: Task) -> Subject:
    """A duty as the log names it."""
    label = f"Nhiệm vụ {task.clause.address} của kế hoạch số {task.plan.document.number}"
    return Subject(kind="task", id=str(task.pk), label=label[:200])


def write_agencies(task: Task, names: Sequence[str], *, on: date) -> None:
    """Co-ordinating agencies of a duty in the paper's words, each matched as of the day if it is one agency."""
    TaskAgency.objects.filter(task=task).delete()
    TaskAgency.objects.bulk_create(
        TaskAgency(task=task, position=i, words=name[:400], institution=single_agency(name, on=on)) for i, name in enumerate(names)
    )


def single_agency(words: str, *, on: date):  # type: ignore[no-untyped-def]  # Institution belongs to another room
    """The one agency the words mean on a day; None for a group or an unknown name."""
    if not words.strip():
        return None
    found = institutions.agency_named(words, on=on)
    return found if found is not None or agencies.groups(words) else None


def _write_clauses(plan: Plan, result: Reading) -> dict[str, Clause]:
    Citation.objects.bulk_create(
        Citation(
            plan=plan, position=i, number=cited.number[:60], kind=cited.kind, issued_on=cited.issued_on, issuer=cited.issuer[:300],
            words=cited.words,
        )
        for i, cited in enumerate(result.citations)
    )  # fmt: skip
    clauses: dict[str, Clause] = {}
    for position, clause in enumerate(result.clauses):
        clauses[clause.id] = Clause(
            plan=plan, address=clause.id[:60], level=clause.level, mark=clause.mark[:40], title=clause.title, text=clause.text,
            parent=clauses[clause.parent] if clause.parent else None, position=position, read_title=clause.title, read_text=clause.text,
        )  # fmt: skip
    for level in sorted({clause.level for clause in clauses.values()}):  # parents get their keys before their children
        Clause.objects.bulk_create(clause for clause in clauses.values() if clause.level == level)
    return clauses


def own_agency(issuer: str, *, on: date):  # type: ignore[no-untyped-def]  # Institution belongs to another room
    """The agency whose own work a plan orders: the issuer, unless it is a province's People's Committee, which orders others."""
    if agencies.orders_others(issuer):
        return None
    return institutions.agency_named(issuer, on=on) if issuer else None


def _write_tasks(plan: Plan, clauses: dict[str, Clause], drafts: Sequence[DraftTask], *, own, on: date) -> None:  # type: ignore[no-untyped-def]
    """Draft duties. In an agency's own plan a division of it, or nobody named, means the agency answers; the words stay."""
    for position, draft in enumerate(drafts):
        due = draft.deadline
        groups = [group.value for group in agencies.groups(draft.lead)] if draft.shared else []
        lead = (plan.focal if draft.shared else single_agency(draft.lead, on=on)) or own
        note = "" if lead else _why_no_lead(draft)
        task = Task.objects.create(
            plan=plan, clause=clauses[draft.clause], position=position, summary=draft.summary, lead_words=draft.lead[:400], lead=lead,
            shared=draft.shared, groups=groups, note=note, due_words=due.words[:300] if due else "", due_rule=due.rule if due else "",
            due_on=due.on if due else None, due_month=due.month if due else None, due_day=due.day if due else None,
        )  # fmt: skip
        write_agencies(task, draft.coordinating, on=on)


def _why_no_lead(draft: DraftTask) -> str:
    if not draft.lead:
        return "Văn bản không ghi cơ quan chủ trì."
    if draft.shared:
        return "Nhiệm vụ chung; văn bản không ghi cơ quan làm đầu mối."
    return f"Không tìm thấy cơ quan “{draft.lead}” vào ngày ban hành văn bản."


def _field(title: str) -> str:
    """The field of duty a plan is about, from its subject; "" when the subject does not say."""
    key = fold(title)
    fields = {"tre em": Function.CHILDREN, "giam ngheo": Function.POVERTY, "chuyen doi so": Function.DIGITAL, "lao dong": Function.LABOUR}
    return next((field.value for word, field in fields.items() if word in key), "")

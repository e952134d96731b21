"""Later deadlines: asked for with a reason, decided in words. The first deadline stays for ever."""

from datetime import date, datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies, queries
from mangnon.plans.models import Extension, Occurrence, Task
from mangnon.plans.operations.occurrences import occurrence_for
from mangnon.plans.operations.reading import task_subject
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import ExtensionState


class CannotExtend(Refusal):
    """There is no deadline to move, it is moved backwards, or the duty is over."""


class AlreadyAsked(Refusal):
    """A request for this duty waits already."""


class AlreadyDecided(Refusal):
    """The request has its answer."""


class NoWords(Refusal):
    """A request without reason, or a refusal without words."""


@transaction.atomic
def ask_extension(*, task_id: int, institution_id: int, new_due: date, reason: str, by: Who, at: datetime) -> Extension:
    """Ask for a later last day of the running occurrence. Raises CannotExtend, AlreadyAsked, NoWords, NotTheAgency, NotAllowed."""
    on = day_of(at)
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
    responsible = queries.responsible(task.pk, institution_id, on=on)
    policies.check_can_report(by, institution_id=institution_id, responsible=responsible.username if responsible else "")
    occurrence = occurrence_for(task, institution_id, on=on, at=at)
    if occurrence.state in states.FINAL:
        raise CannotExtend("Nhiệm vụ đã hoàn thành hoặc đã hủy nên không còn gì để gia hạn.")
    if occurrence.due is None:
        raise CannotExtend("Nhiệm vụ này không ghi thời hạn nên không cần gia hạn.")
    if new_due <= occurrence.due:
        raise CannotExtend(f"Ngày đề nghị phải sau hạn hiện nay {occurrence.due:%d/%m/%Y}. Chọn ngày muộn hơn.")
    if not reason.strip():
        raise NoWords("Chưa ghi lý do xin gia hạn. Ghi vì sao chưa xong và còn vướng gì.")
    if Extension.objects.filter(occurrence=occurrence, state=ExtensionState.ASKED).exists():
        raise AlreadyAsked("Đã có một đề nghị gia hạn đang chờ quyết định. Rút đề nghị ấy trước nếu muốn đổi ngày.")
    extension = Extension.objects.create(
        occurrence=occurrence, due_before=occurrence.due, new_due=new_due, reason=reason.strip(), asked_by=by.id, asked_at=at
    )
    audit.record(act=Act.EXTENSION_ASKED, subject=task_subject(task), by=by, at=at, details={"new_due": new_due.isoformat()})
    return extension


@transaction.atomic
def decide_extension(*, extension_id: int, grant: bool, words: str, by: Who, at: datetime) -> Extension:
    """Grant or refuse. Granted, the new day is in force at once; refused, the words say why. Raises AlreadyDecided, NoWords, NotAllowed."""
    extension, task = _waiting(extension_id)
    occurrence: Occurrence = extension.occurrence
    policies.check_can_decide_extension(
        by, institution_id=occurrence.institution_id or 0, own_plan=queries.own_plan(task.plan), asked_by=extension.asked_by
    )
    if not grant and not words.strip():
        raise NoWords("Chưa ghi ý kiến. Không đồng ý gia hạn thì ghi một câu để cơ quan thực hiện biết phải làm gì.")
    extension.state = ExtensionState.GRANTED if grant else ExtensionState.REFUSED
    extension.decided_by, extension.decided_at, extension.words = by.id, at, words.strip()
    extension.save(update_fields=["state", "decided_by", "decided_at", "words"])
    if grant:
        occurrence.due = extension.new_due
        occurrence.save(update_fields=["due"])
    audit.record(
        act=Act.EXTENSION_DECIDED, subject=task_subject(task), by=by, at=at,
        details={"granted": grant, "new_due": extension.new_due.isoformat()},
    )  # fmt: skip
    return extension


@transaction.atomic
def withdraw_extension(*, extension_id: int, by: Who, at: datetime) -> Extension:
    """Take one's request back before it is decided. Raises AlreadyDecided, NotAllowed."""
    extension, task = _waiting(extension_id)
    policies.check_can_report(by, institution_id=extension.occurrence.institution_id or 0, responsible=extension.asked_by)
    extension.state, extension.decided_by, extension.decided_at = ExtensionState.WITHDRAWN, by.id, at
    extension.save(update_fields=["state", "decided_by", "decided_at"])
    audit.record(act=Act.EXTENSION_DECIDED, subject=task_subject(task), by=by, at=at, details={"withdrawn": True})
    return extension


def _waiting(extension_id: int) -> tuple[Extension, Task]:
    extension = Extension.objects.select_for_update().select_related("occurrence").get(pk=extension_id)
    if extension.state != ExtensionState.ASKED:
        raise AlreadyDecided(f"Đề nghị gia hạn này đã có kết quả: {extension.get_state_display()}. Tải lại trang.")
    return extension, Task.objects.select_related("plan__document", "clause").get(pk=extension.occurrence.task_id)

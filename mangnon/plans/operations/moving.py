"""Moving an occurrence from state to state along the one table of rules.states."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies, queries
from mangnon.plans.models import Move, Occurrence, Progress, Task
from mangnon.plans.operations.occurrences import occurrence_for
from mangnon.plans.operations.reading import task_subject
from mangnon.plans.rules import deadlines, states
from mangnon.plans.rules.states import Step
from mangnon.plans.vocabulary import DutyEvent, DutyState, Need, Party


class NotNow(Refusal):
    """The event has no place in the state the duty is in."""


class MissingReason(Refusal):
    """The event asks for a sentence why."""


class NotEnoughProof(Refusal):
    """Confirming what is not proved asks for a reason."""


class OwnWork(Refusal):
    """Nobody confirms what they themselves reported."""


class ClosedForGood(Refusal):
    """The occurrence ended with its period; it never changes again."""


@dataclass(frozen=True)
class Moved:
    """What a bulk act did: how many, and (label, why) of each refused one."""

    done: int
    refused: tuple[tuple[str, str], ...]


@transaction.atomic
def move(*, task_id: int, institution_id: int, event: DutyEvent, by: Who, at: datetime, words: str = "") -> Occurrence:
    """Accept, confirm, return, pause, resume, cancel or reopen the running occurrence of a duty in an agency.

    Progress itself is reported by `report_progress`. Raises NotNow, MissingReason, NotEnoughProof, OwnWork, ClosedForGood, NotTheAgency,
    NotAllowed.
    """
    if event in (DutyEvent.REPORT, DutyEvent.DECLARE_DONE):
        raise NotNow("Báo tiến độ, báo hoàn thành kèm nội dung ở mục “Báo tiến độ” của trang nhiệm vụ.")
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
    occurrence = occurrence_for(task, institution_id, on=day_of(at), at=at)
    return _move(task, occurrence, event, by=by, at=at, words=words)


@transaction.atomic
def move_occurrence(*, occurrence_id: int, event: DutyEvent, by: Who, at: datetime, words: str = "") -> Occurrence:
    """`move` for an occurrence of any period: last year's that was reported late is confirmed here. Raises as `move` does."""
    occurrence = Occurrence.objects.select_for_update().get(pk=occurrence_id)
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=occurrence.task_id)
    return _move(task, occurrence, event, by=by, at=at, words=words)


@transaction.atomic
def move_many(*, duties: Iterable[tuple[int, int]], event: DutyEvent, by: Who, at: datetime, words: str = "") -> Moved:
    """`move` for many (task, institution) at once: each is done or refused on its own, and the refused are told with their reason."""
    done, refused = 0, []
    for task_id, institution_id in duties:
        try:
            with transaction.atomic():
                move(task_id=task_id, institution_id=institution_id, event=event, by=by, at=at, words=words)
        except Refusal as refusal:
            refused.append((queries.task(task_id).clause.address, str(refusal)))
        else:
            done += 1
    return Moved(done, tuple(refused))


def take_step(occurrence: Occurrence, event: DutyEvent, *, by: Who, at: datetime, words: str = "") -> Step:
    """Find the line of the table, put the occurrence into its next state (unsaved) and write the move. Raises NotNow, ClosedForGood."""
    before = DutyState(occurrence.state)
    if before in states.FINAL and occurrence.ends_on is not None and day_of(at) > occurrence.ends_on:
        raise ClosedForGood(
            f"Kỳ {deadlines.turn_in_words(occurrence.turn)} đã kết thúc và nhiệm vụ của kỳ ấy đã khép, không sửa được nữa. "
            "Ghi vào kỳ hiện nay."
        )
    step = states.step(before, event)
    if step is None:
        raise NotNow(
            f"Nhiệm vụ đang ở trạng thái “{before.label}”, không “{event.label.lower()}” được. Mở lại trang nhiệm vụ để xem việc làm được."
        )
    if step.next != before:
        occurrence.state, occurrence.state_since = step.next, at
    Move.objects.create(occurrence=occurrence, event=event, before=before, after=step.next, words=words.strip(), by=by.id, at=at)
    return step


def _move(task: Task, occurrence: Occurrence, event: DutyEvent, *, by: Who, at: datetime, words: str) -> Occurrence:
    step = take_step(occurrence, event, by=by, at=at, words=words)
    _check_may(step, task, occurrence, by=by, at=at)
    if step.needs is Need.REASON and not words.strip():
        raise MissingReason(f"Chưa ghi lý do. “{event.label}” cần một câu để cơ quan thực hiện biết vì sao.")
    if step.needs is Need.PROOF and occurrence.evidence < task.evidence_needed and not words.strip():
        raise NotEnoughProof(
            f"Nhiệm vụ mới có {occurrence.evidence}/{task.evidence_needed} minh chứng. "
            "Yêu cầu bổ sung, hoặc ghi lý do xác nhận khi chưa đủ."
        )
    occurrence.save(update_fields=["state", "state_since"])
    audit.record(
        act=Act.TASK_MOVED, subject=task_subject(task), by=by, at=at,
        details={"event": event.value, "institution": occurrence.institution_id, "turn": occurrence.turn},
    )  # fmt: skip
    return occurrence


def _check_may(step: Step, task: Task, occurrence: Occurrence, *, by: Who, at: datetime) -> None:
    institution_id = occurrence.institution_id or 0
    if step.who is Party.HOLDER:
        responsible = queries.responsible(task.pk, institution_id, on=day_of(at))
        policies.check_can_report(by, institution_id=institution_id, responsible=responsible.username if responsible else "")
        return
    policies.check_can_confirm(by, institution_id=institution_id, own_plan=queries.own_plan(task.plan))
    last = Progress.objects.filter(occurrence=occurrence).order_by("-on", "-id").first()
    if step.event is DutyEvent.CONFIRM and last and last.reported_by == by.id and not policies.is_system(by):
        raise OwnWork("Người đã báo hoàn thành không tự xác nhận. Để người khác của cơ quan giao nhiệm vụ xem và xác nhận.")

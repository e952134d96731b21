"""Social criticism of a draft: asked, given, answered."""

from datetime import date, datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.documents.operations import Upload
from mangnon.lib.calendar import day_of
from mangnon.lib.statements import WrongStep, check_not_before, written
from mangnon.outreach import policies
from mangnon.outreach.models import Criticism
from mangnon.outreach.vocabulary import CriticismForm, CriticismState, Stance


@transaction.atomic
def ask_for_criticism(
    *, draft: str, drafter_id: int, critic_id: int, form: CriticismForm, opinion_due_on: date, by: Actor, at: datetime,
    file: Upload | None = None,
) -> Criticism:  # fmt: skip
    """The drafting agency asks the Front for criticism of a draft. Raises NothingWritten, WrongDay, NotAllowed."""
    policies.check_can_answer(by, institution_id=drafter_id)
    draft, asked_on = written(draft, "tên dự thảo"), day_of(at)
    check_not_before(opinion_due_on, asked_on, "Hạn cho ý kiến")
    stored = documents.keep(file=file, by=by, at=at)
    found = Criticism.objects.create(
        draft=draft[:300], drafter_id=drafter_id, critic_id=critic_id, form=form, asked_on=asked_on, opinion_due_on=opinion_due_on,
        file=stored, asked_by=by.id,
    )  # fmt: skip
    audit.record(act=Act.CRITICISM_ASKED, subject=_subject(found), by=by, at=at)
    return found


@transaction.atomic
def give_opinion(*, criticism_id: int, text: str, answer_due_on: date, by: Actor, at: datetime, document: str = "") -> Criticism:
    """The Front gives its opinion and the day by which the agency explains what it takes up. Raises WrongStep, WrongDay."""
    found = _open(criticism_id)
    policies.check_can_supervise(by, agency_id=found.critic_id)
    if found.state != CriticismState.ASKED:
        raise WrongStep("Dự thảo này đã có ý kiến phản biện. Tải lại trang để xem.")
    check_not_before(answer_due_on, day_of(at), "Hạn tiếp thu, giải trình")
    found.opinion, found.opinion_document, found.opinion_on = written(text, "ý kiến phản biện"), document.strip()[:200], day_of(at)
    found.answer_due_on, found.state = answer_due_on, CriticismState.GIVEN
    found.save()
    audit.record(act=Act.CRITICISM_GIVEN, subject=_subject(found), by=by, at=at)
    return found


@transaction.atomic
def explain(*, criticism_id: int, stance: Stance, text: str, by: Actor, at: datetime) -> Criticism:
    """The drafting agency says what it took up and why not the rest. Raises WrongStep."""
    found = _open(criticism_id)
    policies.check_can_answer(by, institution_id=found.drafter_id)
    if found.state != CriticismState.GIVEN:
        raise WrongStep("Chưa có ý kiến phản biện, hoặc đã giải trình. Tải lại trang để xem.")
    found.answer, found.stance, found.answered_on = written(text, "nội dung tiếp thu, giải trình"), stance, day_of(at)
    found.state = CriticismState.ANSWERED
    found.save()
    audit.record(act=Act.CRITICISM_ANSWERED, subject=_subject(found), by=by, at=at)
    return found


def _open(pk: int) -> Criticism:
    return Criticism.objects.select_for_update().get(pk=pk)


def _subject(found: Criticism) -> Subject:
    return Subject(kind="criticism", id=str(found.pk), label=f"Phản biện: {found.draft}"[:200])

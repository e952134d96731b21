"""A proposal to amend a text: written, sent, answered."""

from datetime import date, datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib.statements import WrongStep, check_not_before, written
from mangnon.plans import policies
from mangnon.plans.models import LawProposal
from mangnon.plans.vocabulary import LawAnswer, LawState


@transaction.atomic
def propose_law(
    *, institution_id: int, instrument: str, change: str, reason: str, by: Actor, at: datetime, task_id: int | None = None
) -> LawProposal:
    """Write down what should change in a text and why. Raises NothingWritten, NotAllowed."""
    policies.check_own_work(by, institution_id=institution_id)
    found = LawProposal.objects.create(
        institution_id=institution_id, task_id=task_id, instrument=written(instrument, "tên văn bản, điều khoản")[:300],
        change=written(change, "nội dung đề nghị sửa đổi, bổ sung"), reason=written(reason, "lý do"), proposed_by=by.id, proposed_at=at,
    )  # fmt: skip
    audit.record(act=Act.LAW_PROPOSED, subject=_of(found), by=by, at=at)
    return found


@transaction.atomic
def send_law_proposal(
    *, proposal_id: int, addressed_to: str, document: str, sent_on: date, by: Actor, at: datetime, reply_due_on: date | None = None
) -> LawProposal:
    """Say to whom it was sent, by which paper. Raises NothingWritten, WrongStep, WrongDay."""
    found = _own(proposal_id, by)
    if found.state != LawState.WRITTEN:
        raise WrongStep("Kiến nghị này đã được gửi. Tải lại trang để xem.")
    if reply_due_on:
        check_not_before(reply_due_on, sent_on, "Hạn trả lời")
    found.addressed_to, found.sent_document = written(addressed_to, "nơi nhận")[:300], written(document, "số, ngày văn bản gửi")[:200]
    found.sent_on, found.reply_due_on, found.state = sent_on, reply_due_on, LawState.SENT
    found.save()
    audit.record(act=Act.LAW_PROPOSAL_SENT, subject=_of(found), by=by, at=at)
    return found


@transaction.atomic
def answer_law_proposal(
    *, proposal_id: int, result: LawAnswer, answer: str, answered_on: date, by: Actor, at: datetime, document: str = ""
) -> LawProposal:
    """Write down what came back. Raises NothingWritten, WrongStep, WrongDay."""
    found = _own(proposal_id, by)
    if found.state != LawState.SENT or found.sent_on is None:
        raise WrongStep("Kiến nghị này chưa gửi hoặc đã có trả lời. Tải lại trang để xem.")
    check_not_before(answered_on, found.sent_on, "Ngày trả lời")
    found.result, found.answer, found.answer_document = result, written(answer, "nội dung trả lời"), document.strip()[:200]
    found.answered_on, found.state = answered_on, LawState.ANSWERED
    found.save()
    audit.record(act=Act.LAW_PROPOSAL_ANSWERED, subject=_of(found), by=by, at=at, details={"result": str(result)})
    return found


def _own(pk: int, by: Actor) -> LawProposal:
    found = LawProposal.objects.select_for_update().get(pk=pk)
    policies.check_own_work(by, institution_id=found.institution_id)
    return found


def _of(found: LawProposal) -> Subject:
    return Subject(kind="law_proposal", id=str(found.pk), label=f"Kiến nghị sửa {found.instrument}"[:200])

"""A supervision from its programme to the reply and what came of it."""

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
from mangnon.outreach.models import Programme, Recommendation, Visit
from mangnon.outreach.vocabulary import RecommendationState, Stance, SupervisionForm


@transaction.atomic
def plan_supervision(
    *, agency_id: int, title: str, form: SupervisionForm, starts_on: date, ends_on: date, by: Actor, at: datetime, content: str = "",
    document: str = "", clause: str = "",
) -> Programme:  # fmt: skip
    """Put a supervision into the programme of a year. Raises NothingWritten, WrongDay, NotAllowed."""
    policies.check_can_supervise(by, agency_id=agency_id)
    title = written(title, "nội dung giám sát")
    check_not_before(ends_on, starts_on, "Ngày kết thúc giám sát")
    programme = Programme.objects.create(
        agency_id=agency_id, year=starts_on.year, title=title[:300], form=form, content=content.strip(), document=document.strip()[:200],
        clause=clause.strip()[:60], starts_on=starts_on, ends_on=ends_on, made_by=by.id, made_at=at,
    )  # fmt: skip
    audit.record(act=Act.SUPERVISION_PLANNED, subject=_subject(programme), by=by, at=at)
    return programme


@transaction.atomic
def record_visit(
    *, programme_id: int, institution_id: int, on: date, team: str, findings: str, by: Actor, at: datetime,
    file: Upload | None = None,
) -> Visit:  # fmt: skip
    """Write down a supervision at an institution. `file`: its minutes. Raises NothingWritten, WrongDay."""
    programme = Programme.objects.get(pk=programme_id)
    policies.check_can_supervise(by, agency_id=programme.agency_id)
    findings, team = written(findings, "kết quả giám sát"), written(team, "thành phần đoàn giám sát")
    check_not_before(day_of(at), on, "Hôm nay")
    stored = documents.keep(file=file, by=by, at=at)
    visit = Visit.objects.create(
        programme=programme, institution_id=institution_id, on=on, team=team[:300], findings=findings, file=stored, recorded_by=by.id,
        recorded_at=at,
    )  # fmt: skip
    audit.record(act=Act.SUPERVISION_VISITED, subject=_subject(programme), by=by, at=at, details={"institution": institution_id})
    return visit


@transaction.atomic
def recommend(
    *, programme_id: int, addressed_id: int, text: str, reply_due_on: date, by: Actor, at: datetime, visit_id: int | None = None
) -> Recommendation:
    """Ask something of an institution, with the day by which it owes a reply. Raises NothingWritten, WrongDay."""
    programme = Programme.objects.get(pk=programme_id)
    policies.check_can_supervise(by, agency_id=programme.agency_id)
    text, made_on = written(text, "nội dung kiến nghị"), day_of(at)
    check_not_before(reply_due_on, made_on, "Hạn trả lời")
    found = Recommendation.objects.create(
        programme=programme, visit_id=visit_id, addressed_id=addressed_id, text=text, made_on=made_on, reply_due_on=reply_due_on,
        made_by=by.id,
    )  # fmt: skip
    audit.record(act=Act.RECOMMENDATION_MADE, subject=_subject(programme), by=by, at=at, details={"addressed": addressed_id})
    return found


@transaction.atomic
def reply(*, recommendation_id: int, stance: Stance, text: str, by: Actor, at: datetime, document: str = "") -> Recommendation:
    """Reply to a recommendation, once. Raises NothingWritten, WrongStep, NotAllowed."""
    found = Recommendation.objects.select_for_update(of=("self",)).select_related("programme").get(pk=recommendation_id)
    policies.check_can_answer(by, institution_id=found.addressed_id)
    if found.state != RecommendationState.OWED:
        raise WrongStep("Kiến nghị này đã có trả lời. Tải lại trang để xem.")
    found.reply, found.stance = written(text, "nội dung trả lời"), stance
    found.reply_document, found.replied_on, found.replied_by = document.strip()[:200], day_of(at), by.id
    found.state = RecommendationState.REPLIED
    found.save()
    audit.record(act=Act.RECOMMENDATION_REPLIED, subject=_subject(found.programme), by=by, at=at, details={"recommendation": found.pk})
    return found


@transaction.atomic
def confirm_done(*, recommendation_id: int, text: str, by: Actor, at: datetime) -> Recommendation:
    """The supervisors find a recommendation carried out and say how they know. Raises NothingWritten, WrongStep."""
    found = Recommendation.objects.select_for_update(of=("self",)).select_related("programme").get(pk=recommendation_id)
    policies.check_can_supervise(by, agency_id=found.programme.agency_id)
    if found.state != RecommendationState.REPLIED:
        raise WrongStep("Kiến nghị chưa được trả lời hoặc đã xác nhận thực hiện. Tải lại trang để xem.")
    found.done_words, found.done_on, found.state = written(text, "kết quả đã kiểm chứng"), day_of(at), RecommendationState.DONE
    found.save()
    audit.record(act=Act.RECOMMENDATION_DONE, subject=_subject(found.programme), by=by, at=at, details={"recommendation": found.pk})
    return found


def _subject(programme: Programme) -> Subject:
    return Subject(kind="supervision", id=str(programme.pk), label=f"Giám sát: {programme.title}"[:200])

"""Checks and reviews of the plan, what had to be put right, and how the plan was made known."""

from datetime import date, datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.documents.operations import Upload
from mangnon.lib.calendar import day_of
from mangnon.lib.statements import NothingWritten, WrongStep, check_not_before, written
from mangnon.plans import policies
from mangnon.plans.models import Dissemination, PlanCheck
from mangnon.plans.vocabulary import Audience, CheckKind, Spread


@transaction.atomic
def record_check(
    *, plan_id: int, kind: CheckKind, on: date, team: str, findings: str, by: Actor, at: datetime, institution_id: int | None = None,
    requirement: str = "", due_on: date | None = None, file: Upload | None = None,
) -> PlanCheck:  # fmt: skip
    """Write down a check of one institution, or a review of the city. A requirement has its day. Raises NothingWritten, WrongDay."""
    policies.check_can_check(by)
    check_not_before(day_of(at), on, "Hôm nay")
    if requirement.strip() and due_on is None:
        raise NothingWritten("Yêu cầu sau kiểm tra chưa có hạn. Ghi ngày phải làm xong.")
    if due_on:
        check_not_before(due_on, on, "Hạn thực hiện yêu cầu")
    if requirement.strip() and institution_id is None:
        raise NothingWritten("Yêu cầu sau kiểm tra chưa nêu đơn vị phải thực hiện. Chọn đơn vị được kiểm tra.")
    check = PlanCheck.objects.create(
        plan_id=plan_id, kind=kind, institution_id=institution_id, on=on, team=written(team, "thành phần đoàn kiểm tra")[:300],
        findings=written(findings, "kết quả kiểm tra"), requirement=requirement.strip(), due_on=due_on if requirement.strip() else None,
        file=documents.keep(file=file, by=by, at=at), recorded_by=by.id, recorded_at=at,
    )  # fmt: skip
    audit.record(act=Act.PLAN_CHECKED, subject=_of(check), by=by, at=at)
    return check


@transaction.atomic
def meet_requirement(*, check_id: int, text: str, by: Actor, at: datetime, file: Upload | None = None) -> PlanCheck:
    """The institution says what it did about the requirement. Raises NothingWritten, WrongStep, NotAllowed."""
    check = PlanCheck.objects.select_for_update().get(pk=check_id)
    if not check.requirement or check.institution_id is None or check.met_on:
        raise WrongStep("Lần kiểm tra này không có yêu cầu nào đang chờ. Tải lại trang để xem.")
    policies.check_own_work(by, institution_id=check.institution_id)
    check.met_words, check.met_on, check.met_file = written(text, "việc đã làm"), day_of(at), documents.keep(file=file, by=by, at=at)
    check.save()
    audit.record(act=Act.REQUIREMENT_MET, subject=_of(check), by=by, at=at)
    return check


@transaction.atomic
def record_dissemination(
    *, plan_id: int, institution_id: int, on: date, audience: Audience, spread: Spread, reached: int, evidence: str, by: Actor,
    at: datetime, file: Upload | None = None,
) -> Dissemination:  # fmt: skip
    """Write down one act of making the plan known, with how many people it reached and what proves it. Raises NothingWritten, WrongDay."""
    policies.check_own_work(by, institution_id=institution_id)
    check_not_before(day_of(at), on, "Hôm nay")
    if reached < 1:
        raise NothingWritten("Số người được quán triệt, tuyên truyền phải từ 1 trở lên.")
    found = Dissemination.objects.create(
        plan_id=plan_id, institution_id=institution_id, on=on, audience=audience, spread=spread, reached=reached,
        evidence=written(evidence, "minh chứng")[:300], file=documents.keep(file=file, by=by, at=at), recorded_by=by.id, recorded_at=at,
    )  # fmt: skip
    subject = Subject(kind="dissemination", id=str(found.pk), label=f"Quán triệt, tuyên truyền số {found.pk}")
    audit.record(act=Act.DISSEMINATION_RECORDED, subject=subject, by=by, at=at, details={"reached": reached})
    return found


def _of(check: PlanCheck) -> Subject:
    return Subject(kind="plan_check", id=str(check.pk), label=f"{CheckKind(check.kind).label} số {check.pk}")

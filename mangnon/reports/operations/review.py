"""What the gathering agency decides about a report handed in."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.plans import queries as plans
from mangnon.plans.vocabulary import DutyEvent
from mangnon.reports import models, policies
from mangnon.reports.operations import plan, subjects
from mangnon.reports.operations.writing import NoSuchSection, check_step, locked
from mangnon.reports.vocabulary import ReportState


class NothingSaid(Refusal):
    """A report is returned without a word on what to change."""


@transaction.atomic
def return_(*, report_id: int, comments: Mapping[str, str], by: Actor, at: datetime, reason: str = "") -> models.Review:
    """Send a report back with remarks by section; the unit may write again. The version handed in stays as it was."""
    report = locked(report_id)
    policies.check_can_review(by)
    check_step(report, ReportState.RETURNED)
    said = {section: text.strip() for section, text in comments.items() if text.strip()}
    if not said and not reason.strip():
        raise NothingSaid("Ghi ít nhất một ý kiến ở mục cần sửa để đơn vị biết sửa gì, rồi trả lại.")
    known = {section.code for section in plans.sections(report.period.plan_id)}
    if unknown := set(said) - known:
        raise NoSuchSection(f"Báo cáo không có mục “{min(unknown)}”. Tải lại trang rồi ghi lại ý kiến.")
    review = _decide(report, ReportState.RETURNED, reason=reason.strip(), by=by, at=at)
    first = next(iter(said.values()), "")
    plan.decided(report, DutyEvent.RETURN, words=f"Báo cáo được trả lại: {reason.strip() or first}", by=by, at=at)
    models.Comment.objects.bulk_create([models.Comment(review=review, section=section, text=text) for section, text in said.items()])
    audit.record(act=Act.REPORT_RETURNED, subject=subjects.of_report(report), by=by, at=at, details={"sections": sorted(said)})
    return review


@transaction.atomic
def accept(*, report_id: int, by: Actor, at: datetime) -> models.Review:
    """Accept a report: it goes into the city's as it is."""
    report = locked(report_id)
    policies.check_can_review(by)
    check_step(report, ReportState.ACCEPTED)
    review = _decide(report, ReportState.ACCEPTED, reason="", by=by, at=at)
    plan.decided(report, DutyEvent.CONFIRM, words="Báo cáo được chấp nhận.", by=by, at=at)
    audit.record(act=Act.REPORT_ACCEPTED, subject=subjects.of_report(report), by=by, at=at)
    return review


def _decide(report: models.Report, state: ReportState, *, reason: str, by: Actor, at: datetime) -> models.Review:
    review = models.Review.objects.create(
        version=report.versions.latest("ordinal"), state=state, reason=reason, decided_by=by.id, decided_by_label=by.label, decided_at=at
    )
    report.state, report.changed_by, report.changed_at = state, by.id, at
    report.save()
    return review

"""Opening a year of reporting and reminding who has not reported."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import queries as plans
from mangnon.reports import models, policies
from mangnon.reports.operations import subjects
from mangnon.reports.rules import deadlines
from mangnon.reports.vocabulary import ReportKind


class NoPlan(Refusal):
    """There is no adopted plan to report on."""


class YearAhead(Refusal):
    """The year to report on has not begun."""


class NobodyGathers(Refusal):
    """It is not settled which agency receives the reports."""


class AlreadyReported(Refusal):
    """Somebody to be reminded has reported."""


@transaction.atomic
def open_period(
    *, year: int, by: Actor, at: datetime, plan_id: int | None = None, closing_on: date | None = None, due_before: date | None = None
) -> models.Period:  # fmt: skip
    """Open a year of reporting: every agency and commune that owes a report on the plan today is written down as owing it.

    A period that stands is given back, with requirements added for institutions that have come since; days change only when given.
    """
    policies.check_can_open(by)
    if year > calendar.day_of(at).year:
        raise YearAhead(f"Năm {year} chưa đến nên chưa có gì để báo cáo. Chọn năm {calendar.day_of(at).year} hoặc năm trước.")
    plan = plans.plan(plan_id) if plan_id else plans.current_plan()
    if plan is None:
        raise NoPlan("Chưa có kế hoạch nào được chấp nhận nên chưa mở được kỳ báo cáo. Đọc và chấp nhận kế hoạch trước.")
    on = calendar.day_of(at)
    period, opened = models.Period.objects.get_or_create(
        plan_id=plan.pk,
        year=year,
        defaults={
            "closing_on": closing_on or deadlines.closing_on(year),
            "due_before": due_before or deadlines.due_before(year),
            "legal_basis": f"Kế hoạch số {plan.document.number}, mục {deadlines.CLAUSE}",
            "receiver_id": _receiver(plan, on=on),
            "opened_by": by.id,
            "opened_at": at,
        },
    )
    known = set(models.Requirement.objects.filter(period=period).values_list("institution_id", flat=True))
    missing = [institution for institution in institutions.reporting_institutions(on=on) if institution.pk not in known]
    models.Requirement.objects.bulk_create([models.Requirement(period=period, institution_id=institution.pk) for institution in missing])
    if opened or missing:
        audit.record(act=Act.PERIOD_OPENED, subject=subjects.of_period(period), by=by, at=at, details={"requirements": len(missing)})
    return period


@transaction.atomic
def remind(*, requirement_ids: Sequence[int], by: Actor, at: datetime) -> int:
    """Remind units that have not reported; the reminder stands in their list of work. Returns how many were reminded."""
    policies.check_can_open(by)
    rows = list(models.Requirement.objects.filter(pk__in=requirement_ids).select_related("institution", "period").order_by("id"))
    for row in rows:
        if models.Version.objects.filter(
            report__period=row.period, report__institution=row.institution, report__kind=ReportKind.UNIT
        ).exists():
            raise AlreadyReported(f"{row.institution.name} đã nộp báo cáo, không cần nhắc. Tải lại trang để thấy tình hình mới nhất.")
    models.Reminder.objects.bulk_create([models.Reminder(requirement=row, sent_by=by.id, sent_at=at) for row in rows])
    audit.record_many(act=Act.REPORT_REMINDED, subjects=[_owed(row) for row in rows], by=by, at=at)
    return len(rows)


def _receiver(plan: object, *, on: date) -> int:
    focal = plan.focal  # type: ignore[attr-defined]
    if focal is not None:
        holder = institutions.holder(focal.pk, function=plan.function, on=on)  # type: ignore[attr-defined]
        if holder.institution_id is not None:
            return holder.institution_id
        why = holder.why
    else:
        why = "Kế hoạch không ghi cơ quan tổng hợp."
    raise NobodyGathers(f"Chưa rõ cơ quan nào nhận báo cáo: {why} Quyết định cơ quan kế thừa ở trang Đơn vị, cơ quan rồi mở lại kỳ.")


def _owed(row: models.Requirement) -> Subject:
    return Subject(
        kind="requirement", id=str(row.pk), label=f"Báo cáo năm {row.period.year} của {row.institution.name}"[:200],
        unit_code=row.institution.code if row.institution.kind == Kind.UNIT else "",
    )  # fmt: skip

"""Periods and who owes what in them."""

from collections import Counter
from datetime import date, datetime

from django.db.models import Max, Min, QuerySet

from mangnon.accounts import policies as access
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.reports import models
from mangnon.reports.queries.content import computed_counts, party
from mangnon.reports.records import Requirement
from mangnon.reports.rules import deadlines, states
from mangnon.reports.vocabulary import ReportKind, ReportState


def period(pk: int) -> models.Period:
    """One period. Raises Period.DoesNotExist."""
    return _periods().get(pk=pk)


def period_of_year(year: int) -> models.Period | None:
    """The period of a year on the newest plan that has one."""
    return _periods().filter(year=year).order_by("-plan_id").first()


def current_period(*, on: date) -> models.Period | None:
    """The newest period opened by a day's year."""
    return _periods().filter(year__lte=on.year).order_by("-year", "-plan_id").first()


def requirements(actor: Actor, *, period: models.Period, at: datetime) -> tuple[Requirement, ...]:
    """Who owes a report and where it stands, agencies first, then communes, each in Vietnamese order; only what the actor may see."""
    access.check_may(actor, Permission.SEE_REPORTING)
    scope = access.scope(actor, Permission.SEE_REPORTING)
    rows = models.Requirement.objects.filter(period=period, passed_to=None)
    if not scope.everything:
        rows = rows.filter(institution_id__in=scope.unit_ids)
    return _records(rows, period, at)


def own_requirements(actor: Actor, *, period: models.Period, at: datetime) -> tuple[Requirement, ...]:
    """What the agencies the actor writes for owe."""
    scope = access.scope(actor, Permission.WRITE_REPORT)
    if not scope or scope.everything:
        return ()
    return _records(models.Requirement.objects.filter(period=period, passed_to=None, institution_id__in=scope.unit_ids), period, at)


def requirement(actor: Actor, pk: int, *, at: datetime) -> Requirement:
    """One of them. Raises Requirement.DoesNotExist where the actor may not see it."""
    row = models.Requirement.objects.select_related("period").get(pk=pk)
    found = [record for record in requirements(actor, period=row.period, at=at) if record.id == pk]
    if not found:
        raise models.Requirement.DoesNotExist
    return found[0]


def _periods() -> QuerySet[models.Period]:
    return models.Period.objects.select_related("plan__document", "receiver")


def _records(rows: QuerySet[models.Requirement], period: models.Period, at: datetime) -> tuple[Requirement, ...]:
    kept = list(rows.select_related("institution").order_by("institution__kind", "institution__sort_key", "id"))
    keys = [row.institution_id for row in kept]
    reports = {
        report.institution_id: report
        for report in models.Report.objects.filter(period=period, kind=ReportKind.UNIT, institution_id__in=keys).annotate(
            first=Min("versions__submitted_at"), last=Max("versions__submitted_at")
        )
    }
    reminded = Counter(models.Reminder.objects.filter(requirement__in=kept).values_list("requirement_id", flat=True))
    typed = {report.institution_id: {code: item["value"] for code, item in report.typed.items()} for report in reports.values()}
    computed = computed_counts(period, [key for key, numbers in typed.items() if numbers])
    found = []
    for row in kept:
        report = reports.get(row.institution_id)
        institution = party(row.institution)
        first = report.first if report else None
        found.append(
            Requirement(
                id=row.pk, institution_id=row.institution_id, code=institution.code, name=institution.name, body=institution.body,
                state=ReportState(report.state) if report else ReportState.DRAFT, report_id=report.pk if report else None,
                first_submitted_at=first, last_submitted_at=report.last if report else None,
                timeliness=deadlines.timeliness(first_submitted_at=first, due_before=period.due_before, at=at),
                reminders=reminded[row.pk],
                differences=len(states.differing(typed.get(row.institution_id, {}), computed.get(row.institution_id, {}))),
            )
        )  # fmt: skip
    return tuple(found)


def waiting_for_review(actor: Actor) -> int:
    """How many reports wait to be read, for who reads them; 0 for others."""
    if not access.scope(actor, Permission.REVIEW_REPORTS).everything:
        return 0
    return models.Report.objects.filter(kind=ReportKind.UNIT, state=ReportState.SUBMITTED).count()


def unfinished(actor: Actor, *, period: models.Period) -> int:
    """How many reports the agencies the actor writes for still have to hand in."""
    scope = access.scope(actor, Permission.WRITE_REPORT)
    if not scope or scope.everything:
        return 0
    locked = models.Report.objects.filter(
        period=period, kind=ReportKind.UNIT, state__in=(ReportState.SUBMITTED, ReportState.ACCEPTED), institution_id__in=scope.unit_ids
    )
    owed = models.Requirement.objects.filter(period=period, passed_to=None, institution_id__in=scope.unit_ids)
    return owed.exclude(institution_id__in=locked.values("institution_id")).count()

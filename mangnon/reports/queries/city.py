"""What the city's report is made of."""

from django.db.models import QuerySet

from mangnon.accounts.records import Actor
from mangnon.indicators.catalogue import by_code
from mangnon.reports import models, policies
from mangnon.reports.queries.content import computed_counts
from mangnon.reports.records import Difference
from mangnon.reports.rules import states
from mangnon.reports.vocabulary import ReportKind


def city_report(actor: Actor, *, period: models.Period) -> models.Report | None:
    """The city's report of a period, once gathered. Raises NotAllowed."""
    found = (
        models.Report.objects.filter(period=period, kind=ReportKind.CITY)
        .select_related("period__plan__document", "period__receiver", "institution", "run")
        .first()
    )
    if found:
        policies.check_can_read(actor, found)
    return found


def contributions(report: models.Report, *, section: str = "") -> QuerySet[models.Contribution]:
    """Material for the city's report: all, or for one section; agencies first, then communes in Vietnamese order."""
    rows = models.Contribution.objects.filter(report=report).select_related("institution", "version")
    if section:
        rows = rows.filter(section=section)
    return rows.order_by("section", "institution__kind", "institution__sort_key", "id")


def differences(actor: Actor, *, period: models.Period) -> tuple[Difference, ...]:
    """Numbers units typed that are not the register's, with the unit's reason."""
    policies.check_can_review(actor)
    reports = list(
        models.Report.objects.filter(period=period, kind=ReportKind.UNIT)
        .exclude(typed={})
        .select_related("institution")
        .order_by("institution__sort_key", "id")
    )
    computed = computed_counts(period, [report.institution_id for report in reports])
    found = []
    for report in reports:
        counts = computed.get(report.institution_id, {})
        typed = {code: item["value"] for code, item in report.typed.items()}
        found += [
            Difference(
                report_id=report.pk, unit_code=report.institution.code, unit_name=report.institution.name, code=code,
                title=by_code(code).title, typed=typed[code], computed=counts[code], reason=report.typed[code]["reason"],
            )
            for code in states.differing(typed, counts)
        ]  # fmt: skip
    return tuple(found)

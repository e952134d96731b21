"""One report: its state, versions, remarks."""

from django.db.models import QuerySet

from mangnon.accounts.records import Actor
from mangnon.plans import queries as plans
from mangnon.reports import models, policies
from mangnon.reports.vocabulary import ReportKind, ReportState


def report(actor: Actor, pk: int) -> models.Report:
    """One report the actor may read. Raises Report.DoesNotExist, NotAllowed."""
    found = _reports().get(pk=pk)
    policies.check_can_read(actor, found)
    return found


def report_of(actor: Actor, *, period: models.Period, institution_id: int) -> models.Report | None:
    """The report an institution has begun in a period, if any. Raises NotAllowed."""
    found = _reports().filter(period=period, institution_id=institution_id, kind=ReportKind.UNIT).first()
    if found:
        policies.check_can_read(actor, found)
    return found


def versions(report: models.Report) -> QuerySet[models.Version]:
    """Every version handed in, newest first, with what was said of it."""
    return models.Version.objects.filter(report=report).select_related("review").order_by("-ordinal")


def draft(actor: Actor, *, requirement_id: int) -> models.Report:
    """The report of a requirement as begun, or one not begun yet and not kept. Raises Requirement.DoesNotExist, NotAllowed."""
    row = models.Requirement.objects.select_related("period__plan__document", "period__receiver", "institution").get(pk=requirement_id)
    begun = report_of(actor, period=row.period, institution_id=row.institution_id)
    if begun is None:
        begun = models.Report(period=row.period, institution=row.institution, kind=ReportKind.UNIT)
        policies.check_can_read(actor, begun)
    return begun


def version(actor: Actor, pk: int) -> models.Version:
    """One version handed in. Raises Version.DoesNotExist, NotAllowed."""
    found = models.Version.objects.select_related(
        "report__period__plan__document", "report__period__receiver", "report__institution", "review"
    ).get(pk=pk)
    policies.check_can_read(actor, found.report)
    return found


def comments(report: models.Report) -> dict[str, list[str]]:
    """Remarks of the last return by section, while the report waits to be corrected."""
    last = report.versions.last()
    if report.state != ReportState.RETURNED or last is None:
        return {}
    found: dict[str, list[str]] = {}
    for comment in models.Comment.objects.filter(review__version=last):
        found.setdefault(comment.section, []).append(comment.text)
    return found


def section_titles(period: models.Period) -> dict[str, str]:
    """Titles of the sections of a period's reports by code, in order."""
    return {section.code: section.title for section in plans.sections(period.plan_id)}


def _reports() -> QuerySet[models.Report]:
    return models.Report.objects.select_related("period__plan__document", "period__receiver", "institution", "run")

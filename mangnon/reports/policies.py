"""Who may write, hand in, read, review and gather reports."""

from mangnon.accounts import policies
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.reports.models import Report
from mangnon.reports.vocabulary import ReportKind


def check_can_open(by: Actor) -> None:
    """Open a period, remind units, gather the city's report."""
    policies.check_may(by, Permission.CONSOLIDATE_REPORTS)


def check_can_write(by: Actor, report: Report) -> None:
    """A unit's own people write its report; the lead agency's write the city's."""
    if report.kind == ReportKind.CITY:
        policies.check_may(by, Permission.CONSOLIDATE_REPORTS)
    else:
        policies.check_covers(by, Permission.WRITE_REPORT, institution_id=report.institution_id)


def check_can_submit(by: Actor, report: Report) -> None:
    """Hand a report in for one's own agency."""
    policies.check_covers(by, Permission.SUBMIT_REPORT, institution_id=report.institution_id)


def check_can_review(by: Actor) -> None:
    """Return and accept."""
    policies.check_may(by, Permission.REVIEW_REPORTS)


def check_can_read(actor: Actor, report: Report) -> None:
    """Read what a report says: its own agency, and the agency that gathers. The city's report: also who sees the city's page.

    Seeing how many have reported is not reading: a unit's paper counts children by secret group, and small counts may point at a child.
    """
    if not can_read(actor, report):
        raise NotAllowed("Báo cáo này chỉ dành cho đơn vị viết và cơ quan tổng hợp. Nếu cần, đề nghị cơ quan tổng hợp gửi bản chính thức.")


def can_read(actor: Actor, report: Report) -> bool:
    """Whether `check_can_read` lets the actor through."""
    if policies.scope(actor, Permission.REVIEW_REPORTS).everything:
        return True
    if report.kind == ReportKind.CITY:
        return bool(policies.scope(actor, Permission.SEE_CITY_PAGE))
    return policies.scope(actor, Permission.WRITE_REPORT).covers(report.institution_id)

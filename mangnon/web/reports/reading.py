"""Reading a report as the paper it becomes; sending it back or accepting it; taking a copy."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import policies as access
from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.reports import operations, queries
from mangnon.reports.render import docx, html
from mangnon.reports.rules import keeping, states
from mangnon.reports.vocabulary import ReportKind, ReportState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reports import pages
from mangnon.web.reports.forms import IssueForm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy(Permission.SEE_REPORTING)
def read(request: AuthedRequest, pk: int) -> HttpResponse:
    """The paper, what happened to it, and what may be done next."""
    return _page(request, pk)


@policy(Permission.SEE_REPORTING)
def version(request: AuthedRequest, pk: int) -> HttpResponse:
    """A version as it was handed in."""
    try:
        found = queries.version(request.actor, pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    paper = queries.paper_of(found.report, keeping.content_from(found.content))
    return render(request, "reports/version.html", {
        "version": found, "report": found.report, "period": found.report.period, "sheet": html.content(paper, link=pages.link),
        "review": getattr(found, "review", None),
    })  # fmt: skip


@require_POST
@policy(Permission.REVIEW_REPORTS)
def return_(request: AuthedRequest, pk: int) -> HttpResponse:
    """Send the report back with remarks by section."""
    report = existing(request.actor, pk)
    titles = queries.section_titles(report.period)
    comments = {code: request.POST.get(f"y-kien-{states.slug(code)}", "") for code in titles}
    try:
        operations.return_(report_id=pk, comments=comments, reason=request.POST.get("ly-do", ""), by=request.actor, at=calendar.now())
    except Refusal as refusal:
        return _page(request, pk, refusal=str(refusal), status=422)
    messages.success(request, f"Đã trả lại báo cáo của {report.institution.name} kèm ý kiến; bản đã nộp vẫn được giữ.")
    return redirect("report", pk)


@require_POST
@policy(Permission.REVIEW_REPORTS)
def accept(request: AuthedRequest, pk: int) -> HttpResponse:
    """Accept the report."""
    report = existing(request.actor, pk)
    operations.accept(report_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, f"Đã chấp nhận báo cáo của {report.institution.name}.")
    return redirect("report", pk)


@policy(Permission.SEE_REPORTING)
def download(request: AuthedRequest, pk: int) -> HttpResponse:
    """The paper as a Word file; who took a copy is noted."""
    report, now = existing(request.actor, pk), calendar.now()
    content = docx.content(queries.paper_of(report, queries.content_of(report, at=now)))
    operations.note_download(report=report, by=request.actor, at=now)
    whose = "tong-hop" if report.kind == ReportKind.CITY else report.institution.code
    response = HttpResponse(content, content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="bao-cao-{report.period.year}-{whose}.docx"'
    return response


def existing(actor: Actor, pk: int):  # type: ignore[no-untyped-def]
    """A report the actor may read; 404 when there is none, 403 when it is not theirs."""
    try:
        return queries.report(actor, pk)
    except ObjectDoesNotExist:
        raise Http404 from None


def _page(request: AuthedRequest, pk: int, *, refusal: str = "", status: int = 200) -> HttpResponse:
    report, now = existing(request.actor, pk), calendar.now()
    actor, state = request.actor, ReportState(report.state)
    content = queries.content_of(report, at=now)
    unit = report.kind == ReportKind.UNIT
    requirement = next(
        (row for row in queries.own_requirements(actor, period=report.period, at=now) if row.institution_id == report.institution_id), None
    )
    may_write = unit and requirement is not None and state in states.WRITABLE
    empty = states.unwritten(content.sections) if unit else ()
    may_submit = state in states.WRITABLE and access.scope(actor, Permission.SUBMIT_REPORT).covers(report.institution_id)
    may_review = state is ReportState.SUBMITTED and account_rules.may(actor, Permission.REVIEW_REPORTS)
    may_issue = (unit and requirement is not None) or (not unit and account_rules.may(actor, Permission.CONSOLIDATE_REPORTS))
    return render(request, "reports/report.html", {
        "report": report, "period": report.period, "state": state, "unit": unit, "requirement": requirement, "refusal": refusal,
        "sheet": html.content(queries.paper_of(report, content), link=pages.link), "versions": queries.versions(report),
        "may_write": may_write, "may_submit": may_submit, "may_review": may_review, "empty": empty, "may_issue": may_issue,
        "issue": IssueForm(initial={"number": report.number, "issued_on": report.issued_on, "signer": report.signer}),
        "sections": pages.section_fields(content, {}, request.POST.dict()), "typed": pages.typed_words(content),
        "restated": queries.restatements(report, content) if state in pages.LOCKED else (),
        "differences": [d for d in queries.differences(actor, period=report.period) if d.report_id == pk] if may_review else (),
    }, status=status)  # fmt: skip

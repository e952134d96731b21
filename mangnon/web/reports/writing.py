"""Writing a unit's report, handing it in, giving its paper number and day."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import policies as access
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import short_date
from mangnon.plans.queries import difficulties
from mangnon.reports import operations, queries
from mangnon.reports.records import Content, Typed
from mangnon.reports.rules import deadlines, states
from mangnon.reports.vocabulary import ReportKind, ReportState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reports import pages
from mangnon.web.reports.forms import IssueForm
from mangnon.web.reports.reading import existing


@policy(Permission.WRITE_REPORT)
def write(request: AuthedRequest, requirement_id: int) -> HttpResponse:
    """The report section by section; saved as often as wanted, handed in from its preview."""
    now = calendar.now()
    try:
        report = queries.draft(request.actor, requirement_id=requirement_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    access.check_covers(request.actor, Permission.WRITE_REPORT, institution_id=report.institution_id)
    if ReportState(report.state) not in states.WRITABLE:
        return redirect("report", report.pk)
    content = queries.content_of(report, at=now)
    refusal, typed_in = "", {}
    if request.method == "POST":
        try:
            saved = operations.write(
                period_id=report.period_id, institution_id=report.institution_id, texts=_texts(request, content),
                typed=_typed(request, content), revision=_number(request.POST.get("luot")), by=request.actor, at=now,
            )  # fmt: skip
        except Refusal as found:
            refusal, typed_in = str(found), request.POST.dict()
        else:
            if "xem" in request.POST:
                return redirect("report", saved.pk)
            messages.success(request, "Đã lưu bản đang viết. Báo cáo chưa được nộp.")
            return redirect("report_write", requirement_id)
    sections = pages.section_fields(content, queries.comments(report) if report.pk else {}, typed_in)
    done = sum(section.done for section in sections)
    timeliness = deadlines.timeliness(first_submitted_at=None, due_before=report.period.due_before, at=now)
    return render(request, "reports/write.html", {
        "report": report, "period": report.period, "content": content, "sections": sections, "done": done,
        "percent": 100 * done / max(len(sections), 1), "typed": pages.typed_fields(content, typed_in), "refusal": refusal,
        "returned": report.state == ReportState.RETURNED, "due": deadlines.words(timeliness), "late": "quá" in deadlines.words(timeliness),
        "last_day": calendar.last_day_before(report.period.due_before), "review": _last_review(report),
        "raised": difficulties.of_year(report.institution_id, year=report.period.year),
    })  # fmt: skip


@require_POST
@policy(Permission.SUBMIT_REPORT)
def submit(request: AuthedRequest, pk: int) -> HttpResponse:
    """Hand the report in."""
    report = existing(request.actor, pk)
    version = operations.submit(report_id=pk, by=request.actor, at=calendar.now())
    whom = "người duyệt" if report.kind == ReportKind.CITY else report.period.receiver.name
    messages.success(request, f"Đã nộp báo cáo (bản {version.ordinal}) cho {whom}; nội dung và số liệu đã khóa.")
    return redirect("report", pk)


@require_POST
@policy(Permission.WRITE_REPORT)
def issue(request: AuthedRequest, pk: int) -> HttpResponse:
    """Write down number, day and signer of the paper."""
    existing(request.actor, pk)
    form = IssueForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa ghi số, ngày ký: " + "; ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("report", pk)
    issued = operations.issue(report_id=pk, by=request.actor, at=calendar.now(), **form.cleaned_data)
    day = short_date(form.cleaned_data["issued_on"])
    messages.success(request, f"Đã ghi số {issued.number}, ngày {day} vào báo cáo và sổ văn bản đi của cơ quan.")
    return redirect("report", pk)


def _texts(request: AuthedRequest, content: Content) -> dict[str, str]:
    fields = {section.code: f"muc-{states.slug(section.code)}" for section in content.sections}
    return {code: request.POST[name].replace("\r\n", "\n") for code, name in fields.items() if name in request.POST}


def _typed(request: AuthedRequest, content: Content) -> dict[str, Typed]:
    """Numbers put against the register's; an empty field puts none."""
    found = {}
    for figure in content.figures:
        value = request.POST.get(f"so-{figure.code}", "").replace(".", "").strip()
        if value:
            found[figure.code] = Typed(figure.code, _number(value, default=-1), request.POST.get(f"ly-do-{figure.code}", "").strip())
    return found


def _last_review(report: object) -> object:
    version = report.versions.last() if report.pk else None  # type: ignore[attr-defined]
    return getattr(version, "review", None) if version else None


def _number(text: str | None, *, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default

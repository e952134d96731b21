"""Gathering the city's report: sections, contributions, contradictions, the paper as it will be printed."""

from collections import Counter

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts import policies as access
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.reports import operations, queries
from mangnon.reports.render import html
from mangnon.reports.rules import grouping, states
from mangnon.reports.vocabulary import ReportKind, ReportState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reports import pages

PAGE = 12


@policy(Permission.SEE_CITY_PAGE)
def city(request: AuthedRequest, year: int) -> HttpResponse:
    """Where the gathering stands, and the paper."""
    now = calendar.now()
    period = _period(year)
    report = queries.city_report(request.actor, period=period)
    rows = queries.requirements(request.actor, period=period, at=now)
    may_gather = access.scope(request.actor, Permission.CONSOLIDATE_REPORTS).everything
    context = {
        "period": period, "report": report, "summary": states.summary(rows), "may_gather": may_gather,
        "shares": [
            pages.Share(share.label, share.count, share.state, f"{reverse('reports')}{share.url}")
            for share in pages.shares(states.summary(rows))
        ],
        "waiting": pages.unit_rows([row for row in rows if pages.FILTERS["can-xu-ly"][1](row)][:8], reader=may_gather),
        "waiting_count": sum(map(pages.FILTERS["can-xu-ly"][1], rows)),
        "differences": queries.differences(request.actor, period=period) if may_gather else (),
    }  # fmt: skip
    if report is None:
        return render(request, "reports/city.html", context)
    content = queries.content_of(report, at=now)
    material = list(queries.contributions(report))
    come = Counter(row.section for row in material)
    chosen = Counter(row.section for row in material if row.chosen)
    outdated = Counter(row.section for row in material if row.outdated)
    handed_in = [row.last_submitted_at for row in rows if row.last_submitted_at]
    return render(request, "reports/city.html", context | {
        "state": ReportState(report.state), "writable": ReportState(report.state) in states.WRITABLE,
        "newer": report.gathered_at is not None and any(report.gathered_at < at for at in handed_in),
        "sections": [
            {
                "heading": pages.heading(section), "url": reverse("report_section", args=[year, states.slug(section.code)]),
                "come": come[section.code], "chosen": chosen[section.code], "outdated": outdated[section.code],
                "clusters": len(section.clusters), "grouped": section.code in grouping.SECTIONS,
                "state": _progress(bool(section.text), chosen[section.code]),
            }
            for section in content.sections
        ],
        "sheet": html.content(queries.paper_of(report, content), link=pages.link),
        "may_submit": ReportState(report.state) in states.WRITABLE
        and access.scope(request.actor, Permission.SUBMIT_REPORT).covers(report.institution_id),
    })  # fmt: skip


@require_POST
@policy(Permission.CONSOLIDATE_REPORTS)
def gather(request: AuthedRequest, year: int) -> HttpResponse:
    """Gather anew from what has come by now."""
    operations.consolidate(period_id=_period(year).pk, by=request.actor, at=calendar.now())
    messages.success(request, "Đã tổng hợp lại: số liệu và tình hình nộp là mới nhất; đoạn bạn đã chọn, đã sửa được giữ nguyên.")
    return redirect("report_city", year)


@policy(Permission.CONSOLIDATE_REPORTS)
def section(request: AuthedRequest, year: int, section: str) -> HttpResponse:
    """One section of the city's report: what its writer says, and what every unit contributes."""
    period = _period(year)
    report = queries.city_report(request.actor, period=period)
    if report is None:
        raise Http404
    now = calendar.now()
    content = queries.content_of(report, at=now)
    found = next((one for one in content.sections if states.slug(one.code) == section), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        operations.write(
            period_id=period.pk, institution_id=report.institution_id, kind=ReportKind.CITY, by=request.actor, at=now,
            texts={found.code: request.POST.get("loi-dan", "").replace("\r\n", "\n")},
        )  # fmt: skip
        messages.success(request, "Đã lưu lời viết chung của mục.")
        return redirect("report_section", year, section)
    rows = list(queries.contributions(report, section=found.code))
    wanted = request.GET.get("loc", "")
    shown = [row for row in rows if wanted != "chua-chon" or not row.chosen]
    codes = [one.code for one in content.sections]
    place = codes.index(found.code)
    return render(request, "reports/section.html", {
        "period": period, "report": report, "section": found, "heading": pages.heading(found), "rows": shown[:PAGE],
        "rest": shown[PAGE:], "chosen": sum(row.chosen for row in rows), "count": len(rows), "wanted": wanted,
        "grouped": found.code in grouping.SECTIONS, "writable": ReportState(report.state) in states.WRITABLE,
        "before": states.slug(codes[place - 1]) if place else "", "after": states.slug(codes[place + 1]) if place + 1 < len(codes) else "",
    })  # fmt: skip


@require_POST
@policy(Permission.CONSOLIDATE_REPORTS)
def choose(request: AuthedRequest, year: int, pk: int) -> HttpResponse:
    """Take a contribution in or leave it out, in the words left in the field."""
    row = operations.choose(
        contribution_id=pk, chosen=request.POST.get("chon") == "1", text=request.POST.get("doan", "").replace("\r\n", "\n"),
        by=request.actor, at=calendar.now(),
    )  # fmt: skip
    messages.success(request, "Đã đưa đoạn vào báo cáo." if row.chosen else "Đã để đoạn ngoài báo cáo.")
    return redirect(f"{reverse('report_section', args=[year, states.slug(row.section)])}#doan-{row.pk}")


def _period(year: int):  # type: ignore[no-untyped-def]
    found = queries.period_of_year(year)
    if found is None:
        raise Http404
    return found


def _progress(written: bool, chosen: int) -> tuple[str, str]:
    if written:
        return "ok", "Đã viết lời chung"
    return ("soon", "Có đoạn đã chọn") if chosen else ("wait", "Chưa có gì")

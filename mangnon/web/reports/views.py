"""The period: who owes, who has reported, whom to remind."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.reports import operations, queries
from mangnon.reports.rules import states
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reports import pages


@policy(Permission.SEE_REPORTING)
def period(request: AuthedRequest) -> HttpResponse:
    """Who owes the year's report and where each stands; who only writes for one unit comes straight to its report."""
    now = calendar.now()
    year = request.GET.get("nam", "")
    found = queries.period_of_year(int(year)) if year.isdigit() else queries.current_period(on=now.date())
    may_gather = account_rules.may(request.actor, Permission.CONSOLIDATE_REPORTS)
    if found is None:
        return render(request, "reports/no_period.html", {"may_gather": may_gather, "year": now.year})
    rows = queries.requirements(request.actor, period=found, at=now)
    own = queries.own_requirements(request.actor, period=found, at=now)
    if len(rows) == len(own) == 1:
        return redirect("report", own[0].report_id) if own[0].state in pages.LOCKED else redirect("report_write", own[0].id)
    summary = states.summary(rows)
    chosen = request.GET.get("loc", "")
    if chosen not in pages.FILTERS:
        chosen = "can-xu-ly" if any(map(pages.FILTERS["can-xu-ly"][1], rows)) else "tat-ca"
    shown = [row for row in rows if pages.FILTERS[chosen][1](row)]
    reader = account_rules.may(request.actor, Permission.REVIEW_REPORTS)
    return render(request, "reports/period.html", {
        "period": found, "summary": summary, "shares": pages.shares(summary), "chips": pages.chips(rows, chosen), "chosen": chosen,
        "chosen_label": pages.FILTERS[chosen][0], "rows": pages.unit_rows(shown, reader=reader), "reader": reader, "may_gather": may_gather,
        "may_see_city": account_rules.may(request.actor, Permission.SEE_CITY_PAGE),
        "last_day": calendar.last_day_before(found.due_before), "own": own,
        "differences": queries.differences(request.actor, period=found) if reader else (),
        "to_remind": [row.id for row in shown if row.timeliness.kind not in pages.HANDED_IN], "whole_city": len(rows) > 1,
    })  # fmt: skip


@require_POST
@policy(Permission.CONSOLIDATE_REPORTS)
def open_period(request: AuthedRequest) -> HttpResponse:
    """Open this year's reporting."""
    now = calendar.now()
    opened = operations.open_period(year=now.year, by=request.actor, at=now)
    messages.success(request, f"Đã mở kỳ báo cáo năm {opened.year}: {opened.requirements.count()} đơn vị phải nộp.")
    return redirect("reports")


@require_POST
@policy(Permission.CONSOLIDATE_REPORTS)
def remind(request: AuthedRequest) -> HttpResponse:
    """Remind the units named."""
    ids = [int(text) for text in request.POST.getlist("don-vi") if text.isdigit()]
    reminded = operations.remind(requirement_ids=ids, by=request.actor, at=calendar.now())
    messages.success(request, f"Đã nhắc {reminded} đơn vị; lời nhắc hiện trong việc của họ.")
    return redirect(f"{reverse('reports')}?loc=chua-nop")

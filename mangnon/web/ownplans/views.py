"""Reading own work plans: who has one, one version, its paper and its table."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans import operations, queries
from mangnon.plans.formats import work_table
from mangnon.plans.render import work_plan as paper
from mangnon.plans.vocabulary import WorkPlanState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.ownplans import pages
from mangnon.web.ownplans.forms import DescribeForm, IssueForm, TableForm, year_of

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy(Permission.SEE_PLANS)
def own_plans(request: AuthedRequest) -> HttpResponse:
    """Every agency with its plan of the year; the actor's own first."""
    today = calendar.today()
    year = year_of(request.GET.get("nam", ""), on=today)
    plan = queries.current_plan()
    if plan is None:
        return render(request, "ownplans/list.html", {"plan": None, "year": year})
    found = queries.own_plans(plan, year=year, on=today)
    wanted = request.GET.get("loc", "")
    own = pages.writes_for(request.actor)
    mine = next((one for one in found if one.institution_id == own), None)
    before = queries.work_plans_of(plan.pk, own).exclude(year=year).first() if own and mine and not mine.work_plan_id else None
    issued = [one for one in found if one.state == WorkPlanState.ISSUED]
    received = queries.activities_received(own, plan_id=plan.pk, year=year, on=today) if own else []
    return render(request, "ownplans/list.html", {
        "received": pages.rows(received), "receiving": received and mine is not None and mine.state == WorkPlanState.DRAFT,
        "plan": plan, "year": year, "years": (today.year - 1, today.year, today.year + 1), "mine": mine, "before": before,
        "rows": pages.chosen(found, wanted if wanted in pages.FILTERS else ""), "wanted": wanted, "total": len(found),
        "issued": len(issued),
        "chips": [(key, label, len(pages.chosen(found, key))) for key, label in pages.FILTERS.items()],
        "missing": queries.missing(found), "may_remind": account_rules.may(request.actor, Permission.ADOPT_PLANS),
        "activities": sum(one.activities for one in issued), "done": sum(one.done for one in issued),
    })  # fmt: skip


@require_POST
@policy(Permission.ADOPT_PLANS)
def remind(request: AuthedRequest) -> HttpResponse:
    """Remind the agencies named; each sees it in its list of work."""
    plan = queries.current_plan()
    if plan is None:
        raise Http404
    year = year_of(request.POST.get("nam", ""), on=calendar.today())
    wanted = [int(text) for text in request.POST.getlist("don-vi") if text.isdigit()]
    sent = operations.remind_work_plans(plan_id=plan.pk, year=year, institution_ids=wanted, by=request.actor, at=calendar.now())
    messages.success(request, f"Đã nhắc {sent} đơn vị; lời nhắc hiện trong việc của họ.")
    return redirect(f"{reverse('own_plans')}?loc=chua-co&nam={year}")


@policy(Permission.SEE_PLANS)
def own_plan(request: AuthedRequest, pk: int) -> HttpResponse:
    """One version: its activities, and what may be done with it."""
    return page(request, existing(pk))


@policy(Permission.SEE_PLANS)
def download(request: AuthedRequest, pk: int) -> HttpResponse:
    """The plan as a paper in office form."""
    found = existing(pk)
    today = calendar.today()
    content = paper.content(found, queries.activities(pk, on=today), on=today)
    return _attached(content, WORD, f"ke-hoach-cong-tac-{found.year}.docx")


@policy(Permission.SEE_PLANS)
def table(request: AuthedRequest, pk: int) -> HttpResponse:
    """The activities as a spreadsheet that can be filled in and taken back."""
    found = existing(pk)
    now = calendar.now()
    heading = (found.institution.name.upper(), f"KẾ HOẠCH CÔNG TÁC NĂM {found.year}")
    return _attached(
        work_table.write(queries.activities(pk, on=now.date()), heading=heading, created=now), SHEET, f"ke-hoach-cong-tac-{found.year}.xlsx"
    )


@policy(Permission.SEE_PLANS)
def empty_table(request: AuthedRequest) -> HttpResponse:
    """The table to fill in."""
    return _attached(work_table.write((), heading=("KẾ HOẠCH CÔNG TÁC NĂM",), created=calendar.now()), SHEET, "mau-ke-hoach-cong-tac.xlsx")


def existing(pk: int) -> Any:
    """A version, or 404."""
    try:
        return queries.work_plan(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def page(request: AuthedRequest, found: Any, *, forms: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The page of a version, with forms that were refused."""
    forms = forms or {}
    today = calendar.today()
    lines = queries.activities(found.pk, on=today)
    draft, may = found.state == WorkPlanState.DRAFT, pages.may_write(request.actor, found)
    versions = list(queries.work_plans_of(found.plan_id, found.institution_id))
    return render(request, "ownplans/plan.html", {
        "own": found, "rows": pages.rows(lines), "state": pages.STATES[WorkPlanState(found.state)], "draft": draft, "may": may,
        "editing": draft and may, "versions": [one for one in versions if one.pk != found.pk], "city": found.plan.document,
        "writing": next((one for one in versions if one.year == found.year and one.state == WorkPlanState.DRAFT), None),
        "done": sum(row.declared == "ok" for row in pages.rows(lines)),
        "describe_form": forms.get("describe") or DescribeForm(initial={"trich_yeu": found.title, "muc_dich": found.purpose}),
        "table_form": forms.get("table") or TableForm(), "issue_form": forms.get("issue") or IssueForm(initial={"ngay": today}),
        "problems": forms.get("problems", ()), "unlinked": [row for row in pages.rows(lines) if not row.line.address],
        "nameless": [row for row in pages.rows(lines) if not row.line.person],
    }, status=status)  # fmt: skip


def _attached(content: bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer

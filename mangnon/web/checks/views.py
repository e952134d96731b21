"""Checks and reviews, one check, dissemination with who has not done it yet."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import policies as access
from mangnon.accounts import rules as accounts
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans import queries as plans
from mangnon.plans.queries import checks as queries
from mangnon.plans.vocabulary import Audience
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.checks.forms import CheckForm, DisseminationForm, MeetForm
from mangnon.web.shell.work import reckon
from mangnon.web.shell.writing import Asking, data_of, own_agencies, upload, write
from mangnon.web.templatetags.parts import Share


@policy(Permission.SEE_PLANS)
def checks(request: AuthedRequest) -> HttpResponse:
    """Checks and reviews of the plan, requirements still owed marked with their clock."""
    plan, on = _plan(), calendar.today()
    found = list(queries.checks(plan.pk)) if plan else []
    rows = [(one, _clock(one, on)) for one in found]
    return render(request, "checks/list.html", {
        "plan": plan, "rows": rows, "owed": sum(clock is not None for _one, clock in rows),
        "may_check": accounts.may(request.actor, Permission.CHECK_PLAN),
    })  # fmt: skip


@policy(Permission.CHECK_PLAN)
def add(request: AuthedRequest) -> HttpResponse:
    """Write down a check or review."""
    plan = _plan()
    if plan is None:
        raise Http404
    return write(
        request, CheckForm(*data_of(request), on=calendar.today()),
        Asking("Ghi kiểm tra, sơ kết, tổng kết", "Ghi kết quả", reverse("checks")),
        lambda facts: operations.record_check(
            plan_id=plan.pk, file=upload(facts.pop("file")), by=request.actor, at=calendar.now(), **facts
        ),
        done="Đã ghi kết quả kiểm tra.", then=lambda made: reverse("check", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def check(request: AuthedRequest, pk: int) -> HttpResponse:
    """One check."""
    found = _existing(pk)
    return render(request, "checks/check.html", {
        "one": found, "clock": _clock(found, calendar.today()),
        "may_meet": bool(found.requirement) and found.met_on is None
        and access.scope(request.actor, Permission.REPORT_OWN_WORK).covers(found.institution_id),
    })  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def meet(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say what was done about the requirement."""
    found, back = _existing(pk), reverse("check", args=[pk])
    return write(
        request, MeetForm(*data_of(request)), Asking("Báo đã làm theo yêu cầu", "Báo đã làm", back, found.requirement, "Lần kiểm tra"),
        lambda facts: operations.meet_requirement(
            check_id=pk, text=facts["text"], file=upload(facts["file"]), by=request.actor, at=calendar.now()
        ),
        done="Đã báo việc thực hiện yêu cầu.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def disseminations(request: AuthedRequest) -> HttpResponse:
    """How the plan was made known in a year: who was reached, how, what proves it, which unit has done nothing yet."""
    plan, on = _plan(), calendar.today()
    year = int(text) if (text := request.GET.get("nam", "")).isascii() and text.isdigit() and len(text) == 4 else on.year
    done = queries.institutions_that_spread(plan.pk, year=year) if plan else frozenset()
    must = list(institutions.reporting_institutions(on=on))
    missing = [one for one in must if one.pk not in done]
    reached = queries.reached_by_audience(plan.pk, year=year) if plan else {}
    return render(request, "checks/dissemination.html", {
        "plan": plan, "year": year, "years": [on.year, on.year - 1, on.year - 2], "must": len(must), "missing": missing,
        "people": sum(reached.values()),
        "spread_checks": list(queries.spread_checks(plan.pk, year=year)) if plan else [],
        "rows": list(queries.disseminations(plan.pk, year=year)) if plan else [],
        "audiences": [(one.label, reached.get(one.value, 0)) for one in Audience],
        "shares": [
            Share("đơn vị đã quán triệt, tuyên truyền", len(must) - len(missing), "ok"),
            Share("chưa có ghi nhận", len(missing), "idle", url="#chua-co"),
        ],
        "may_record": bool(access.scope(request.actor, Permission.REPORT_OWN_WORK)) and plan is not None,
    })  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def disseminate(request: AuthedRequest) -> HttpResponse:
    """Write down one act of making the plan known."""
    plan = _plan()
    if plan is None:
        raise Http404
    form = DisseminationForm(*data_of(request), own=own_agencies(request.actor, Permission.REPORT_OWN_WORK))
    back = reverse("disseminations")
    return write(
        request, form, Asking("Ghi việc quán triệt, tuyên truyền", "Ghi kết quả", back, crumb="Quán triệt, tuyên truyền"),
        lambda facts: operations.record_dissemination(
            plan_id=plan.pk, file=upload(facts.pop("file")), by=request.actor, at=calendar.now(), **facts
        ),
        done="Đã ghi việc quán triệt, tuyên truyền.", then=lambda _made: back,
    )  # fmt: skip


def _plan():  # type: ignore[no-untyped-def]  # a row of the plans room
    return plans.current_plan()


def _clock(one, on) -> tuple[str, str, str] | None:  # type: ignore[no-untyped-def]
    if not one.requirement or one.met_on or one.due_on is None:
        return None
    _urgency, state, text, until = reckon(one.due_on, on=on)
    return state.value, text, until


def _existing(pk: int):  # type: ignore[no-untyped-def]  # a row of the plans room
    try:
        return queries.check(pk)
    except ObjectDoesNotExist:
        raise Http404 from None

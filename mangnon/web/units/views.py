"""Units and agencies on a day, one institution, and decisions where an act left a choice."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts import rules
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import operations, queries
from mangnon.institutions.vocabulary import Kind
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.units.forms import Decision, UnitSearch
from mangnon.web.units.pages import unit_page

SHOWN = 60


@policy(Permission.SEE_UNITS)
def units(request: AuthedRequest) -> HttpResponse:
    """What exists on a day; words in the search are also read as a place, so old names lead to today's unit."""
    form = UnitSearch(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    on = wanted.get("ngay") or calendar.today()
    text, kind = wanted.get("tim", ""), wanted.get("loai", "")
    found = queries.existing(on=on, kind=Kind(kind) if kind else None, text=text)
    reading = queries.resolve(text, on=on) if text and kind != Kind.AGENCY else None
    agency = queries.agency_named(text, on=on) if text and kind != Kind.UNIT else None
    context = {
        "form": form, "on": on, "text": text, "today": calendar.today(),
        "page": Paginator(found, SHOWN).get_page(request.GET.get("trang")),
        "reading": reading if reading and (reading.answer or reading.candidates) else None,
        "ended_agency": agency if agency and on not in agency.valid else None,
        "open_splits": queries.open_splits(),
        "may_decide": rules.may(request.actor, Permission.DECIDE_SUCCESSION),
    }  # fmt: skip
    return render(request, "units/list.html", context)


@policy(Permission.SEE_UNITS)
def unit(request: AuthedRequest, pk: int) -> HttpResponse:
    """One institution."""
    return _page(request, pk)


@policy(Permission.DECIDE_SUCCESSION)
@require_POST
def decide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Record who takes over."""
    institution = _institution(pk)
    form = Decision(request.POST, candidates=queries.choices(institution), functions=institution.functions)
    if form.is_valid():
        facts = form.cleaned_data
        try:
            operations.decide_succession(
                source_id=pk, target_id=int(facts["target"]), function=facts.get("function", ""), matter=facts["matter"],
                reason=facts["reason"], by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error("target", str(refusal))
        else:
            messages.success(request, "Đã ghi quyết định nơi tiếp nhận.")
            return redirect("unit", pk=pk)
    return _page(request, pk, form=form, status=422)


@policy(Permission.DECIDE_SUCCESSION)
@require_POST
def withdraw(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a decision back."""
    decision = operations.withdraw_decision(decision_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, "Đã rút lại quyết định nơi tiếp nhận.")
    return redirect(reverse("unit", args=[decision.source_id]) + "#quyet-dinh")


def _page(request: AuthedRequest, pk: int, *, form: Decision | None = None, status: int = 200) -> HttpResponse:
    institution, today = _institution(pk), calendar.today()
    page = unit_page(institution, on=today)
    last = institution.valid.upper
    day = today if page.exists or last is None else last.fromordinal(last.toordinal() - 1)
    holder = queries.holder(pk, on=today) if not page.exists else None
    decisions = list(queries.decisions(institution))
    choices = () if page.exists else queries.choices(institution)
    may_decide = rules.may(request.actor, Permission.DECIDE_SUCCESSION)
    if choices and may_decide and form is None:
        form = Decision(candidates=choices, functions=institution.functions)
    context = {
        "page": page, "children": queries.children_of(institution, on=day), "day": day, "holder": holder, "decisions": decisions,
        "form": form, "may_decide": may_decide, "splits": bool(choices),
    }  # fmt: skip
    return render(request, "units/unit.html", context, status=status)


def _institution(pk: int):  # type: ignore[no-untyped-def]
    institution = queries.by_id(pk)
    if institution is None:
        raise Http404
    return institution

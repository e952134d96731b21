"""Acts: the list, one act from draft to effect, checking and deciding."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import rules
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import operations, queries
from mangnon.institutions.rules.sentences import act_label
from mangnon.institutions.vocabulary import ActState
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reorganisations.forms import Body, File, Row
from mangnon.web.reorganisations.pages import act_lines, act_page, places

FEW = 12  # outcomes shown before "xem cả"


@policy(Permission.SEE_UNITS)
def acts(request: AuthedRequest) -> HttpResponse:
    """Every act with what moved by it."""
    lines = act_lines()
    context = {
        "lines": lines, "waiting": queries.open_question_count(),
        "may_prepare": rules.may(request.actor, Permission.PREPARE_REORGANISATION),
        "may_settle": rules.may(request.actor, Permission.DECIDE_SUCCESSION),
    }  # fmt: skip
    return render(request, "reorganisations/list.html", context)


@policy(Permission.SEE_UNITS)
def act(request: AuthedRequest, pk: int) -> HttpResponse:
    """One act."""
    return page(request, pk)


@policy(Permission.PREPARE_REORGANISATION)
@require_POST
def check(request: AuthedRequest, pk: int) -> HttpResponse:
    """Look for faults."""
    found(pk)
    flaws = operations.check(act_id=pk, by=request.actor, at=calendar.now())
    stops = sum(1 for flaw in flaws if flaw.gravity == "stop")
    if stops:
        messages.warning(request, f"Còn {stops} chỗ phải sửa.")
    else:
        messages.success(request, "Đã kiểm tra: không hở, không trùng. Xem trước rồi trình quyết định.")
    return redirect("act", pk=pk)


@policy(Permission.DECIDE_REORGANISATION)
@require_POST
def decide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Decide; what is due takes effect at once."""
    found(pk)
    try:
        act = operations.decide(act_id=pk, by=request.actor, at=calendar.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("act", pk=pk)
    said = "Đã quyết định và thực hiện." if act.state == ActState.APPLIED else f"Đã quyết định; hệ thống thực hiện ngày {act.on:%d/%m/%Y}."
    messages.success(request, said)
    return redirect("act", pk=pk)


def page(
    request: AuthedRequest, pk: int, *, row: Row | None = None, body: Body | None = None, file: File | None = None, status: int = 200
) -> HttpResponse:
    """The page of an act, with a form that was not right."""
    one = found(pk)
    shown = act_page(one, on=calendar.today())
    draft = one.state in {ActState.DRAFT, ActState.CHECKED}
    prepares = draft and not one.restores_id and rules.may(request.actor, Permission.PREPARE_REORGANISATION)
    whole = request.GET.get("xem") == "tat-ca"
    bodies = list(queries.bodies(pk)) if prepares else []
    context = {
        "act": one, "page": shown, "outcomes": shown.outcomes if whole else shown.outcomes[:FEW], "whole": whole,
        "label": act_label(one.number), "undoing": queries.undoing(pk), "draft": draft, "prepares": prepares,
        "may_prepare": rules.may(request.actor, Permission.PREPARE_REORGANISATION),
        "may_decide": rules.may(request.actor, Permission.DECIDE_REORGANISATION),
        "open_questions": queries.questions().filter(act=pk).count(),
        "row_form": row or Row(on=one.on), "body_form": body or Body(), "file_form": file or File(),
        "body_open": bool(body), "file_open": bool(file),
        "old_places": places(on=one.on - timedelta(days=1)) if prepares else [],
        "new_places": [*((f"{body.name} ({body.code})", body.code) for body in bodies), *places(on=one.on)] if prepares else [],
        "bodies": bodies,
    }  # fmt: skip
    return render(request, "reorganisations/act.html", context, status=status)


def found(pk: int):  # type: ignore[no-untyped-def]
    """The act, or a page that says there is none."""
    one = queries.act(pk)
    if one is None:
        raise Http404
    return one

"""An agency's duties as a scorecard: numbers that open their rows, people, later deadlines, what earlier periods still owe."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import policies as account_policies
from mangnon.accounts import queries as accounts
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Function, Kind
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import ExtensionState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.duties.forms import ChargeForm
from mangnon.web.duties.pages import numbers, people_rows

SHOWN = 12


@policy(Permission.SEE_PLANS)
def agency(request: AuthedRequest, pk: int) -> HttpResponse:
    """The scorecard of one agency today."""
    return _page(request, pk)


@require_POST
@policy(Permission.ASSIGN_TASKS)
def charge(request: AuthedRequest, pk: int) -> HttpResponse:
    """Put somebody in charge of a field and a territory; with a tick, of its duties without a person too."""
    form = _charge_form(request, pk, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            operations.give_charge(
                institution_id=pk, function=said["linh_vuc"], territory_id=int(said["dia_ban"]), username=said["nguoi"],
                take_open=said["nhan_luon"], by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("nguoi", str(refusal))
        else:
            messages.success(request, "Đã ghi phân công phụ trách lĩnh vực, địa bàn.")
            return redirect("agency_duties", pk)
    return _page(request, pk, form=form, status=422)


def _page(request: AuthedRequest, pk: int, *, form: ChargeForm | None = None, status: int = 200) -> HttpResponse:
    institution, on = institutions.by_id(pk), calendar.today()
    if institution is None:
        raise Http404
    board = queries.board(queries.running_plans(), on=on, institution_id=pk)
    owed = queries.open_before(pk, on=on)
    owed_count = owed.count()
    figures, shares = numbers(board, pk, owed=owed_count, evidence=queries.evidence_total(pk, on=on))
    people = [(user.username, user.full_name, title) for user, title in accounts.people_in(pk, on=on)]
    may_assign = account_policies.scope(request.actor, Permission.ASSIGN_TASKS).covers(pk)
    requests = list(queries.extensions(institution_id=pk).order_by("-asked_at", "-id")[:SHOWN])
    return render(request, "duties/agency.html", {
        "institution": institution, "on": on, "figures": figures, "shares": shares, "people": people_rows(board, pk, people),
        "gone": queries.left_behind(pk, on=on) if may_assign else [], "owed": owed[:SHOWN], "owed_count": owed_count,
        "requests": requests, "waiting": sum(one.state == ExtensionState.ASKED for one in requests),
        "charges": [(one, Function(one.function).label if one.function else "Mọi lĩnh vực") for one in queries.charges_of(pk, on=on)],
        "form": (form or _charge_form(request, pk)) if may_assign else None, "may_assign": may_assign,
    }, status=status)  # fmt: skip


def _charge_form(request: AuthedRequest, pk: int, data=None) -> ChargeForm:  # type: ignore[no-untyped-def]
    on = calendar.today()
    own = institutions.by_id(pk)
    city = institutions.city(on=on)
    territories = [own] if own is not None and own.kind == Kind.UNIT else [city, *institutions.communes(on=on)]
    people = [(user.username, f"{user.full_name}, {title}") for user, title in accounts.people_in(pk, on=on)]
    return ChargeForm(data, people=people, territories=[(str(one.pk), one.name) for one in territories if one is not None])

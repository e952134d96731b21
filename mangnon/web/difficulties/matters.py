"""A matter: the same difficulty of many units, the answer proposed with its cost, the decision."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import rules as accounts
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import number
from mangnon.plans import operations
from mangnon.plans.queries import difficulties as queries
from mangnon.plans.vocabulary import MatterState, Outcome
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.difficulties import pages
from mangnon.web.difficulties.forms import DecideForm, GatherForm, GuideForm, ProposeForm


@policy(Permission.PROPOSE_ANSWERS)
@require_POST
def gather(request: AuthedRequest) -> HttpResponse:
    """Put the ticked difficulties into one matter."""
    weighed = [(one.pk, one.title) for one in queries.matters(state=MatterState.WEIGHED)]
    form = GatherForm(request.POST, matters=weighed)
    chosen = [int(key) for key in request.POST.getlist("chon") if key.isascii() and key.isdigit()]
    if not form.is_valid():
        messages.error(request, "Chưa gộp được. Ghi tên vướng mắc mới, hoặc chọn một vướng mắc đang xem xét.")
        return redirect("difficulties")
    try:
        matter = operations.gather(
            difficulty_ids=chosen, title=form.cleaned_data["ten"], matter_id=form.cleaned_data["vao"], by=request.actor, at=calendar.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("difficulties")
    messages.success(request, f"Đã gộp {number(len(chosen))} khó khăn.")
    return redirect("matter", matter.pk)


@policy(Permission.SEE_PLANS)
def matter(request: AuthedRequest, pk: int) -> HttpResponse:
    """One matter."""
    return _page(request, pk)


@policy(Permission.PROPOSE_ANSWERS)
@require_POST
def propose(request: AuthedRequest, pk: int) -> HttpResponse:
    """Propose an answer to the People's Committee."""
    form = ProposeForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, propose_form=form)
    facts = form.cleaned_data
    operations.propose(
        matter_id=pk, proposal=facts["de_xuat"], cost=facts["kinh_phi"], cost_source=facts["nguon"], by=request.actor, at=calendar.now()
    )
    messages.success(request, "Đã trình Ủy ban nhân dân thành phố.")
    return redirect("matter", pk)


@policy(Permission.PROPOSE_ANSWERS)
@require_POST
def guide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Answer within the lead department's own competence."""
    form = GuideForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, guide_form=form)
    operations.guide(matter_id=pk, text=form.cleaned_data["huong_dan"], by=request.actor, at=calendar.now())
    messages.success(request, "Đã hướng dẫn; mọi đơn vị nêu khó khăn này được báo.")
    return redirect("matter", pk)


@policy(Permission.DECIDE_DIFFICULTIES)
@require_POST
def decide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Decide; every unit that asked is told."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, decide_form=form)
    facts = form.cleaned_data
    try:
        operations.decide_matter(
            matter_id=pk, outcome=Outcome(facts["ket_qua"]), text=facts["noi_dung"], document=facts["van_ban"], by=request.actor,
            at=calendar.now(),
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error("noi_dung", str(refusal))
        return _page(request, pk, decide_form=form)
    messages.success(request, "Đã quyết định; mọi đơn vị nêu khó khăn này được báo.")
    return redirect("matter", pk)


def _page(
    request: AuthedRequest, pk: int, *, propose_form: ProposeForm | None = None, guide_form: GuideForm | None = None,
    decide_form: DecideForm | None = None,
) -> HttpResponse:  # fmt: skip
    try:
        found = queries.matter(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    raised = queries.raised_in(pk)
    visible = [one for one in raised if queries.may_see_difficulty(request.actor, one.difficulty)]
    if not visible:
        raise Http404
    weighing = found.state == MatterState.WEIGHED and accounts.may(request.actor, Permission.PROPOSE_ANSWERS)
    deciding = found.state == MatterState.PROPOSED and accounts.may(request.actor, Permission.DECIDE_DIFFICULTIES)
    return render(request, "difficulties/matter.html", {
        "matter": found, "rows": pages.rows(visible, on=calendar.today()),
        "unit_count": len({one.difficulty.institution_id for one in raised}),
        "steps": pages.matter_steps(found), "clock": pages.clock(raised[0].stage, on=calendar.today()) if raised else None,
        "propose_form": (propose_form or ProposeForm()) if weighing else None,
        "guide_form": (guide_form or GuideForm()) if weighing else None,
        "decide_form": (decide_form or DecideForm()) if deciding else None,
        "read": sum(one.difficulty.read_at is not None for one in raised), "raised": len(raised),
    }, status=422 if (propose_form or guide_form or decide_form) else 200)  # fmt: skip

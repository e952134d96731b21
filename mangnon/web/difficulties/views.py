"""The list of difficulties, one difficulty, raising one, the talk between unit and lead department."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts import policies as access
from mangnon.accounts import rules as accounts
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans import queries as plans
from mangnon.plans.queries import difficulties as queries
from mangnon.plans.queries.difficulties import Raised
from mangnon.plans.vocabulary import DifficultyStep, MatterState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.difficulties import pages
from mangnon.web.difficulties.forms import GatherForm, MoreForm, QuestionForm, RaiseForm
from mangnon.web.shell.writing import Asking, data_of, own_agencies, write


@policy(Permission.SEE_PLANS)
def difficulties(request: AuthedRequest) -> HttpResponse:
    """What units met: those that wait on top, one chip per step; who proposes gathers the same ones from here."""
    on = calendar.today()
    everything = queries.difficulties(request.actor)
    step = request.GET.get("buoc", "")
    shown = [one for one in everything if one.stage.step == step] if step in DifficultyStep.values else everything
    proposes = accounts.may(request.actor, Permission.PROPOSE_ANSWERS)
    weighed = [(one.pk, one.title) for one in queries.matters(state=MatterState.WEIGHED)] if proposes else []
    return render(request, "difficulties/list.html", {
        "rows": pages.rows(shown, on=on), "total": len(everything), "late": sum(one.stage.late(on) for one in everything),
        "chips": pages.chips(queries.step_counts(everything), chosen=step), "chosen": step, "to_decide": list(queries.to_decide()),
        "gather_form": GatherForm(matters=weighed) if proposes and any(one.movable for one in pages.rows(shown, on=on)) else None,
        "decides": accounts.may(request.actor, Permission.DECIDE_DIFFICULTIES),
    })  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def raise_one(request: AuthedRequest, task_id: int) -> HttpResponse:
    """Raise a difficulty on a duty."""
    try:
        duty = plans.duty(task_id, on=calendar.today())
    except ObjectDoesNotExist:
        raise Http404 from None
    form = RaiseForm(*data_of(request), institutions=own_agencies(request.actor, Permission.REPORT_OWN_WORK))
    asking = Asking(
        heading="Nêu khó khăn, vướng mắc", submit="Gửi cơ quan chủ trì", back=reverse("task", args=[task_id]), crumb="Nhiệm vụ",
        lead=f"Nhiệm vụ: {duty.summary} Cơ quan chủ trì tổng hợp, đề xuất Ủy ban nhân dân thành phố quyết định; đơn vị được báo kết quả.",
    )  # fmt: skip
    return write(
        request, form, asking,
        lambda facts: operations.raise_difficulty(
            task_id=task_id, institution_id=facts["don_vi"], text=facts["kho_khan"], wish=facts["mong_muon"], by=request.actor,
            at=calendar.now(),
        ),
        done="Đã gửi khó khăn đến cơ quan chủ trì.", then=lambda made: reverse("difficulty", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def difficulty(request: AuthedRequest, pk: int) -> HttpResponse:
    """One difficulty: where it stands on its way, what was said."""
    found = _existing(request, pk)
    return _page(request, found)


@policy(Permission.PROPOSE_ANSWERS)
@require_POST
def ask_back(request: AuthedRequest, pk: int) -> HttpResponse:
    """Ask the unit to say more."""
    found = _existing(request, pk)
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _page(request, found, question=form)
    operations.ask_back(difficulty_id=pk, question=form.cleaned_data["cau_hoi"], by=request.actor, at=calendar.now())
    return redirect("difficulty", pk)


@policy(Permission.REPORT_OWN_WORK)
@require_POST
def say_more(request: AuthedRequest, pk: int) -> HttpResponse:
    """Answer the question."""
    found = _existing(request, pk)
    form = MoreForm(request.POST)
    if not form.is_valid():
        return _page(request, found, more=form)
    operations.say_more(difficulty_id=pk, text=form.cleaned_data["tra_loi"], by=request.actor, at=calendar.now())
    return redirect("difficulty", pk)


@policy(Permission.REPORT_OWN_WORK)
@require_POST
def acknowledge(request: AuthedRequest, pk: int) -> HttpResponse:
    """The unit has read the decision."""
    _existing(request, pk)
    operations.acknowledge(difficulty_id=pk, by=request.actor, at=calendar.now())
    return redirect("difficulty", pk)


def _page(request: AuthedRequest, found: Raised, *, question: QuestionForm | None = None, more: MoreForm | None = None) -> HttpResponse:
    one = found.difficulty
    own = access.scope(request.actor, Permission.REPORT_OWN_WORK).covers(one.institution_id)
    on_desk = found.stage.step in {DifficultyStep.NEW, DifficultyStep.WEIGHED}
    proposes = accounts.may(request.actor, Permission.PROPOSE_ANSWERS)
    forms = {
        "question_form": (question or QuestionForm()) if proposes and on_desk else None,
        "more_form": (more or MoreForm()) if own and found.stage.step is DifficultyStep.ASKED else None,
    }
    return render(request, "difficulties/difficulty.html", forms | {
        "one": one, "stage": found.stage, "steps": pages.steps(found.stage), "clock": pages.clock(found.stage, on=calendar.today()),
        "may_read": own and found.stage.step is DifficultyStep.TOLD, "paragraphs": one.text.splitlines(),
    }, status=422 if (question or more) else 200)  # fmt: skip


def _existing(request: AuthedRequest, pk: int) -> Raised:
    try:
        found = queries.difficulty(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    if not queries.may_see_difficulty(request.actor, found.difficulty):
        raise Http404
    return found

"""Putting right what was read: upload, clauses, duties, adopting."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.plans.addresses import anchor, in_words
from mangnon.web.plans.forms import ClauseForm, RemoveForm, TaskForm, UploadForm
from mangnon.web.plans.loading import existing_clause, existing_plan, existing_task


@require_POST
@policy(Permission.ADOPT_PLANS)
def upload(request: AuthedRequest) -> HttpResponse:
    """Read a file; the reading opens for correction."""
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["tep"]
        try:
            plan = operations.read(content=file.read(), name=file.name, by=request.actor, at=calendar.now())
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("tep", str(refusal))
        else:
            messages.success(request, f"Đã đọc {plan.document.kind.lower()} số {plan.document.number}. Xem lại rồi chấp nhận.")
            return redirect("plan", plan.pk)
    return render(request, "plans/list.html", {"plans": queries.plans(), "form": form}, status=422)


@require_POST
@policy(Permission.ADOPT_PLANS)
def adopt(request: AuthedRequest, pk: int) -> HttpResponse:
    """Accept the reading; refused with the clauses that lack a lead."""
    plan = existing_plan(pk)
    try:
        operations.adopt(plan_id=plan.pk, by=request.actor, at=calendar.now())
    except operations.NoLead as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Đã chấp nhận kế hoạch số {plan.document.number}. Các nhiệm vụ bắt đầu được theo dõi.")
    return redirect("plan", plan.pk)


@policy(Permission.ADOPT_PLANS)
def edit_clause(request: AuthedRequest, pk: int) -> HttpResponse:
    """A clause as read and as it should be."""
    clause = existing_clause(pk)
    form = ClauseForm(request.POST or None, initial={"tieu_de": clause.title, "noi_dung": clause.text})
    back = f"{reverse('plan', args=[clause.plan_id])}?muc={clause.address}#{anchor(clause.address)}"
    if request.method == "POST" and form.is_valid():
        try:
            operations.correct_clause(
                clause_id=pk, title=form.cleaned_data["tieu_de"], text=form.cleaned_data["noi_dung"], by=request.actor, at=calendar.now()
            )
        except (operations.EmptyWords, operations.PlanRuns) as refusal:
            form.add_error("noi_dung", str(refusal))
        else:
            messages.success(request, f"Đã sửa điều khoản {in_words(clause.address)}.")
            return redirect(back)
    return render(request, "plans/clause.html", {"clause": clause, "where": in_words(clause.address), "form": form, "back": back})


@policy(Permission.ADOPT_PLANS)
def edit_task(request: AuthedRequest, pk: int) -> HttpResponse:
    """A duty's words, agencies and deadline."""
    task = existing_task(pk)
    initial = {
        "viec": task.summary, "chu_tri": task.lead_words, "phoi_hop": "\n".join(agency.words for agency in task.coordinating.all()),
        "thoi_han": task.due_words, "linh_vuc": task.function,
    }  # fmt: skip
    form = TaskForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.correct_task(task_id=pk, **_facts(form), function=form.cleaned_data["linh_vuc"], by=request.actor, at=calendar.now())
        except NotAllowed:
            raise
        except Refusal as refusal:
            _show(form, refusal)
        else:
            messages.success(request, f"Đã sửa nhiệm vụ {in_words(task.clause.address)}.")
            return redirect("task", pk)
    return render(
        request,
        "plans/task_form.html",
        {"clause": task.clause, "task": task, "form": form, "remove": RemoveForm(), "back": reverse("task", args=[pk])},
    )


@policy(Permission.ADOPT_PLANS)
def add_task(request: AuthedRequest, pk: int) -> HttpResponse:
    """A duty a clause gives that was not cut from it."""
    clause = existing_clause(pk)
    form = TaskForm(request.POST or None, initial={"viec": "" if clause.title else clause.text[:180]})
    back = f"{reverse('plan', args=[clause.plan_id])}?muc={clause.address}#{anchor(clause.address)}"
    if request.method == "POST" and form.is_valid():
        try:
            task = operations.add_task(clause_id=pk, **_facts(form), by=request.actor, at=calendar.now())
        except NotAllowed:
            raise
        except Refusal as refusal:
            _show(form, refusal)
        else:
            messages.success(request, f"Đã thêm nhiệm vụ vào điều khoản {in_words(clause.address)}.")
            return redirect("task", task.pk)
    return render(request, "plans/task_form.html", {"clause": clause, "task": None, "form": form, "back": back})


@require_POST
@policy(Permission.ADOPT_PLANS)
def remove_task(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a duty out of the list, with the reason."""
    task = existing_task(pk)
    operations.remove_task(task_id=pk, reason=request.POST.get("ly_do", ""), by=request.actor, at=calendar.now())
    messages.success(request, f"Đã bỏ nhiệm vụ {in_words(task.clause.address)} khỏi danh sách.")
    return redirect(f"{reverse('plan', args=[task.plan_id])}?muc={task.clause.address}")


def _facts(form: TaskForm) -> dict[str, Any]:
    return {
        "summary": form.cleaned_data["viec"], "lead_words": form.cleaned_data["chu_tri"],
        "coordinating": form.cleaned_data["phoi_hop"].splitlines(), "due_words": form.cleaned_data["thoi_han"],
    }  # fmt: skip


def _show(form: TaskForm, refusal: Refusal) -> None:
    """A refusal beside the field it is about."""
    fields = {operations.UnknownAgency: "chu_tri", operations.NoDeadline: "thoi_han"}
    form.add_error(fields.get(type(refusal), "viec"), str(refusal))

"""One activity: written, removed, reported on."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import queries as accounts
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import Declared, WorkPlanState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.ownplans import pages
from mangnon.web.ownplans.forms import ActivityForm, ReportForm
from mangnon.web.ownplans.views import existing
from mangnon.web.shell.files import download


@policy(Permission.WRITE_WORK_PLANS)
def add(request: AuthedRequest, pk: int) -> HttpResponse:
    """A new activity of a plan being written."""
    found = existing(pk)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid() and _written(request, form, work_plan_id=pk):
        messages.success(request, "Đã thêm hoạt động.")
        return redirect("activity_add", pk) if "them-nua" in request.POST else redirect("own_plan", pk)
    return render(request, "ownplans/activity_form.html", {"own": found, "form": form, "activity": None}, status=_status(form))


@policy(Permission.WRITE_WORK_PLANS)
def edit(request: AuthedRequest, pk: int) -> HttpResponse:
    """An activity of a plan being written, anew."""
    row = _existing(pk)
    clause = row.clause or (row.task.clause if row.task else None)
    initial = {
        "viec": row.summary, "muc": clause.address if clause else "", "nguoi": row.user.username if row.user else "",
        "nguoi_khac": row.person_words, "bo_phan": row.unit_words, "bat_dau": row.starts_on, "hoan_thanh": row.due_on,
        "thoi_gian": row.due_words, "san_pham": row.product, "kinh_phi": row.cost_words,
    }  # fmt: skip
    form = _form(request, row.work_plan, initial)
    if request.method == "POST" and form.is_valid() and _written(request, form, work_plan_id=row.work_plan_id, activity_id=pk):
        messages.success(request, "Đã lưu hoạt động.")
        return redirect("own_plan", row.work_plan_id)
    return render(request, "ownplans/activity_form.html", {"own": row.work_plan, "form": form, "activity": row}, status=_status(form))


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def remove(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take an activity out of a plan being written."""
    _existing(pk)
    own = operations.remove_activity(activity_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, "Đã bỏ hoạt động khỏi bản đang soạn.")
    return redirect("own_plan", own.pk)


@policy(Permission.SEE_PLANS)
def activity(request: AuthedRequest, pk: int) -> HttpResponse:
    """One activity with what has been said of it."""
    return _page(request, _existing(pk))


@require_POST
@policy(Permission.SEE_PLANS)
def report(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say how far an activity is; the operation decides who may."""
    row = _existing(pk)
    form = ReportForm(request.POST, request.FILES)
    if form.is_valid():
        said = form.cleaned_data
        file = (said["tep"].name, said["tep"].read(), said["tep"].content_type or "application/octet-stream") if said["tep"] else None
        try:
            operations.report_activity(
                activity_id=pk, declared=Declared(said["muc_do"]), note=said["ghi_chu"], proof=said["minh_chung"], file=file,
                by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("minh_chung", str(refusal))
        else:
            messages.success(request, "Đã ghi kết quả hoạt động.")
            return redirect("activity", pk)
    return _page(request, row, form=form, status=422)


@policy(Permission.SEE_PLANS)
def proof(request: AuthedRequest, pk: int) -> HttpResponse:
    """A stored proof, as a download."""
    try:
        found = queries.activity_report(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    if found.file is None:
        return redirect("activity", found.activity_id)
    return download(found.file, by=request.actor)


def _page(request: AuthedRequest, row: Any, *, form: ReportForm | None = None, status: int = 200) -> HttpResponse:
    own = row.work_plan
    line = next(one for one in queries.activities(own.pk, on=calendar.today()) if one.id == row.pk)
    may = pages.may_report(request.actor, row)
    return render(request, "ownplans/activity.html", {
        "own": own, "activity": row, "row": pages.rows([line])[0], "reports": queries.activity_reports(line.root_id),
        "form": (form or ReportForm()) if may and own.state == WorkPlanState.ISSUED else None,
        "editing": own.state == WorkPlanState.DRAFT and pages.may_write(request.actor, own),
    }, status=status)  # fmt: skip


def _form(request: AuthedRequest, own: Any, initial: dict[str, Any] | None = None) -> ActivityForm:
    people = [(user.username, f"{user.full_name}, {title}") for user, title in accounts.people_in(own.institution_id, on=calendar.today())]
    return ActivityForm(request.POST or None, initial=initial, clauses=queries.clauses_of(own.plan_id), people=people)


def _written(request: AuthedRequest, form: ActivityForm, *, work_plan_id: int, activity_id: int | None = None) -> bool:
    try:
        operations.write_activity(
            work_plan_id=work_plan_id, activity_id=activity_id, row=form.row(), username=form.cleaned_data["nguoi"], by=request.actor,
            at=calendar.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        form.add_error("viec", str(refusal))
        return False
    return True


def _existing(pk: int) -> Any:
    try:
        return queries.activity(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def _status(form: ActivityForm) -> int:
    return 422 if form.is_bound and form.errors else 200

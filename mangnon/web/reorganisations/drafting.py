"""Drafting: the paper, rows, new institutions, a file, the act that undoes another."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import operations, queries
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reorganisations.forms import Body, File, Paper, Row, Undoing
from mangnon.web.reorganisations.views import found, page

_PREPARE = Permission.PREPARE_REORGANISATION


@policy(_PREPARE)
def new(request: AuthedRequest) -> HttpResponse:
    """Begin an act."""
    form = Paper(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = operations.draft(**form.facts(), by=request.actor, at=calendar.now())  # type: ignore[arg-type]
        return redirect("act", pk=act.pk)
    context = {"form": form, "heading": "Soạn văn bản sắp xếp", "button": "Lập bản soạn"}
    return render(request, "reorganisations/paper.html", context, status=422 if form.errors else 200)


@policy(_PREPARE)
def amend(request: AuthedRequest, pk: int) -> HttpResponse:
    """Correct the paper of a draft."""
    act = found(pk)
    initial = {
        "so": act.number, "trich_yeu": act.title, "co_quan": act.issuer, "ban_hanh": act.issued_on, "hieu_luc": act.on, "ghi_chu": act.note,
    }  # fmt: skip
    form = Paper(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.amend(act_id=pk, **form.facts(), by=request.actor, at=calendar.now())  # type: ignore[arg-type]
        return redirect("act", pk=pk)
    context = {"form": form, "act": act, "heading": "Sửa thông tin văn bản", "button": "Ghi"}
    return render(request, "reorganisations/paper.html", context, status=422 if form.errors else 200)


@policy(_PREPARE)
@require_POST
def add_row(request: AuthedRequest, pk: int) -> HttpResponse:
    """One row from → to."""
    act = found(pk)
    form = Row(request.POST, on=act.on, bodies=queries.bodies(pk))
    if form.is_valid():
        said = form.cleaned_data
        operations.add_row(
            act_id=pk, kind=said["kieu"], source_id=said["tu"], target_id=said["target_id"], body_id=said["body_id"],
            function=said["linh_vuc"], share=said["phan"] or "whole", territory=said["dia_ban"], by=request.actor, at=calendar.now(),
        )  # fmt: skip
        messages.success(request, "Đã thêm một dòng.")
        return redirect("act", pk=pk)
    return page(request, pk, row=form, status=422)


@policy(_PREPARE)
@require_POST
def remove_row(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a row out."""
    act_id = operations.remove_row(row_id=pk, by=request.actor, at=calendar.now())
    return redirect("act", pk=act_id)


@policy(_PREPARE)
@require_POST
def declare(request: AuthedRequest, pk: int) -> HttpResponse:
    """A new institution."""
    found(pk)
    form = Body(request.POST)
    if form.is_valid():
        try:
            operations.declare_body(act_id=pk, **form.facts(), by=request.actor, at=calendar.now())  # type: ignore[arg-type]
        except Refusal as refusal:
            form.add_error("ma", str(refusal))
        else:
            messages.success(request, "Đã khai nơi mới; chọn nơi này khi thêm dòng.")
            return redirect("act", pk=pk)
    return page(request, pk, body=form, status=422)


@policy(_PREPARE)
@require_POST
def remove_body(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a new institution out, with the rows that lead to it."""
    act_id = operations.remove_body(body_id=pk, by=request.actor, at=calendar.now())
    return redirect("act", pk=act_id)


@policy(_PREPARE)
@require_POST
def import_file(request: AuthedRequest, pk: int) -> HttpResponse:
    """Rows from a file."""
    found(pk)
    form = File(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["tep"]
        try:
            rows = operations.import_rows(act_id=pk, content=file.read(), name=file.name, by=request.actor, at=calendar.now())
        except Refusal as refusal:
            form.add_error("tep", str(refusal))
        else:
            messages.success(request, f"Đã nhập {rows} dòng từ tệp.")
            return redirect("act", pk=pk)
    return page(request, pk, file=form, status=422)


@policy(_PREPARE)
@require_POST
def discard(request: AuthedRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    found(pk)
    operations.discard(act_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, "Đã bỏ bản soạn.")
    return redirect("acts")


@policy(_PREPARE)
def undo(request: AuthedRequest, pk: int) -> HttpResponse:
    """Draft the act that undoes one."""
    act = found(pk)
    form = Undoing(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = form.facts()
        facts.pop("note")
        try:
            undoing = operations.draft_undoing(act_id=pk, **facts, by=request.actor, at=calendar.now())  # type: ignore[arg-type]
        except Refusal as refusal:
            form.add_error("hieu_luc", str(refusal))
        else:
            return redirect("act", pk=undoing.pk)
    context = {"form": form, "act": act, "undoes": True, "heading": "Lập văn bản hủy bỏ", "button": "Lập bản soạn hủy bỏ"}
    return render(request, "reorganisations/paper.html", context, status=422 if form.errors else 200)

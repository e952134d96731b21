"""The way of a list: sent, asked about its columns, said yes to, taken back; what is remembered of a sender's columns."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import policies
from mangnon.accounts.vocabulary import Permission
from mangnon.intake import formats, operations, queries
from mangnon.intake.vocabulary import BatchState
from mangnon.lib import calendar, vietnamese
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.imports import pages

SMALL = 160 * 1024  # bytes: such a list is read while its sender waits a moment; a larger one by the worker


def take(request: AuthedRequest, content: bytes, name: str, format_code: str, commune_id: int | None) -> HttpResponse:
    """Take a file in and open its list. Raises what taking in raises."""
    at = calendar.now()
    bring = operations.take_in if len(content) <= SMALL else operations.hand_in
    batch, again = bring(content=content, name=name, format_code=format_code, commune_id=commune_id, by=request.actor, at=at)
    if again:
        messages.success(request, f"Tệp này đã gửi trước đây (danh sách số {batch.pk}); không có gì thay đổi.")
    return redirect("import_batch", pk=batch.pk)


@policy(Permission.IMPORT_LISTS)
def mapping(request: AuthedRequest, pk: int) -> HttpResponse:
    """Which of our columns each column of the file is, asked once for a sender and a layout."""
    found = queries.batch(request.actor, pk)
    if found.state != BatchState.MAPPING:
        return redirect("import_batch", pk=pk)
    layout = formats.named(found.format_code)
    refusal = ""
    if request.method == "POST":
        columns = {int(key[4:]): str(text) for key, text in request.POST.items() if key.startswith("cot-") and key[4:].isdigit()}
        encodings = {key[4:]: str(text) for key, text in request.POST.items() if key.startswith("chu-")}
        try:
            operations.decide_mapping(
                batch_id=pk, columns=columns, encodings=encodings, by=request.actor, at=calendar.now(),
                left_out=request.POST.get("viec") == "bo-trang",
            )  # fmt: skip
        except policies.NotAllowed:
            raise
        except Refusal as error:
            refusal = str(error)
        else:
            messages.success(request, "Đã nhớ cách khớp cột; lần sau tệp cùng tiêu đề đọc luôn.")
            return redirect("import_batch", pk=pk)
    context = {
        "batch": found, "columns": pages.asked_columns(found, request.POST), "choices": pages.choices(found, layout),
        "doubts": found.asked.get("encodings", []), "where": pages.asked_where(found), "likelier": pages.likelier(found),
        "may_leave_out": found.asked.get("may_leave_out", False), "refusal": refusal, "steps": pages.steps(found, queries.figures(found)),
    }  # fmt: skip
    return render(request, "imports/mapping.html", context, status=422 if refusal else 200)


@policy(Permission.IMPORT_LISTS)
@require_POST
def accept(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say yes to the right rows: a short list is entered at once, a long one by the worker."""
    found = queries.batch(request.actor, pk)
    at, n = calendar.now(), vietnamese.number
    if queries.figures(found).ready > 1_000:
        operations.accept(batch_id=pk, by=request.actor, at=at)
    else:
        counts = operations.enrol_batch(batch_id=pk, by=request.actor, at=at)
        messages.success(
            request, f"Đã ghi {n(counts['new'])} trẻ mới, cập nhật {n(counts['changed'])} trẻ, {n(counts['unchanged'])} trẻ không thay đổi."
        )
    return redirect("import_batch", pk=pk)


@policy(Permission.IMPORT_LISTS)
@require_POST
def withdraw(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a list back before anything of it is entered."""
    found = queries.batch(request.actor, pk)
    try:
        operations.withdraw(batch_id=found.pk, by=request.actor, at=calendar.now())
    except operations.AlreadyEntered as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Đã rút danh sách số {pk}; không dòng nào được ghi.")
    return redirect("import_batch", pk=pk)


@policy(Permission.IMPORT_LISTS)
@require_POST
def switch(request: AuthedRequest, pk: int) -> HttpResponse:
    """Read the file anew as the kind of list its titles speak of."""
    found = queries.batch(request.actor, pk)
    try:
        batch, _ = operations.switch_format(batch_id=found.pk, by=request.actor, at=calendar.now())
    except policies.NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("import_batch", pk=pk)
    messages.success(request, f"Đã đọc lại tệp theo mẫu “{formats.named(batch.format_code).title}”; danh sách số {pk} không dùng nữa.")
    return redirect("import_batch", pk=batch.pk)


@policy(Permission.IMPORT_LISTS)
@require_POST
def alike(request: AuthedRequest, pk: int) -> HttpResponse:
    """One correction for all cells that say the same."""
    found = queries.batch(request.actor, pk)
    field, typed, value = (request.POST.get(name, "") for name in ("cot", "dang-ghi", "thanh"))
    try:
        done = operations.correct_alike(batch_id=found.pk, field=field, typed=typed, value=value, by=request.actor, at=calendar.now())
    except policies.NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Đã sửa {vietnamese.number(done)} ô giống nhau.")
    return redirect("import_batch", pk=pk)


@policy(Permission.IMPORT_LISTS)
def layouts(request: AuthedRequest) -> HttpResponse:
    """What is remembered of senders' columns; each may be forgotten."""
    return render(request, "imports/layouts.html", {"layouts": pages.layouts(queries.layouts(request.actor))})


@policy(Permission.IMPORT_LISTS)
@require_POST
def forget_layout(request: AuthedRequest, pk: int) -> HttpResponse:
    """Forget how a sender's columns were read."""
    operations.revoke_mapping(layout_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, "Đã bỏ. Tệp sau cùng tiêu đề sẽ được hỏi lại.")
    return redirect("import_layouts")


@policy(Permission.IMPORT_LISTS)
def history(request: AuthedRequest) -> HttpResponse:
    """Which sender errs how, over the last lists."""
    return render(request, "imports/history.html", {"senders": pages.histories(queries.history(request.actor))})

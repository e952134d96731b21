"""Lists of pairs and of the unmatched; one pair side by side, decided and undone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mangnon.accounts import rules
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.linkage import operations, queries
from mangnon.linkage.vocabulary import OPEN_VERDICTS, Verdict
from mangnon.register import operations as register
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.matching import pages
from mangnon.web.matching.forms import DecisionForm, PlaceFilter

SHOWN = 20
_DONE = {
    Verdict.LINK: "Đã ghi: cùng một trẻ. Số định danh lấy theo dữ liệu dân cư.",
    Verdict.NOT: "Đã ghi: khác người. Lần đối chiếu sau không đề nghị cặp này nữa.",
    Verdict.VISIT: "Đã ghi: cần xác minh tại hộ. Cặp này vẫn nằm trong danh sách.",
}


@policy(Permission.DECIDE_MATCHES)
@require_safe
def waiting(request: AuthedRequest) -> HttpResponse:
    """Pairs that a person has to look at."""
    on = calendar.today()
    form, place = _filter(request)
    kind = form.cleaned_data.get("loai", "") if form.is_valid() else ""
    counts = queries.counts(request.actor, on=on, unit_id=place)
    page = Paginator(queries.pairs_waiting(request.actor, on=on, unit_id=place, verdict=kind), SHOWN).get_page(request.GET.get("trang"))
    rows = pages.pair_rows(page)
    _note(request, len(rows))
    return render(request, "matching/waiting.html", {
        "form": form, "page": page, "rows": rows, "summary": pages.summary(counts, queries.latest_run()),
        "whole_city": _whole_city(request),
        "chips": pages.chips(counts, current=kind, address=reverse("matching"), place=place),
    })  # fmt: skip


@policy(Permission.DECIDE_MATCHES)
@require_safe
def unmatched(request: AuthedRequest) -> HttpResponse:
    """Children nobody was found for, with the reason."""
    on = calendar.today()
    form, place = _filter(request)
    counts = queries.counts(request.actor, on=on, unit_id=place)
    page = Paginator(queries.unmatched(request.actor, on=on, unit_id=place), SHOWN).get_page(request.GET.get("trang"))
    rows = pages.unmatched_rows(page)
    _note(request, len(rows))
    return render(request, "matching/unmatched.html", {
        "form": form, "page": page, "rows": rows, "summary": pages.summary(counts, queries.latest_run()),
        "whole_city": _whole_city(request),
    })  # fmt: skip


@policy(Permission.DECIDE_MATCHES)
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: AuthedRequest, decision_id: int) -> HttpResponse:
    """One pair: shown, or decided and on to the next."""
    on = calendar.today()
    found = queries.pair(request.actor, decision_id, on=on)
    if found.replaced_by:
        return redirect("pair", found.replaced_by)
    error = ""
    form = DecisionForm(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            try:
                made = operations.decide(
                    decision_id=decision_id, verdict=form.verdict, reason=form.cleaned_data["ly_do"], by=request.actor, at=calendar.now()
                )
            except (operations.NoReason, operations.AlreadyLinked, operations.NotThisPair) as refusal:
                error = str(refusal)
            else:
                messages.success(request, _DONE[form.verdict], extra_tags=reverse("pair_undo", args=[made.pk]))
                onward = form.cleaned_data["ve"] or found.after
                return redirect("pair", onward) if onward else redirect("matching")
        else:
            error = "Chưa chọn kết luận. Chọn một trong ba nút bên dưới."
    else:
        register.view(child_id=found.child_id, by=request.actor, at=calendar.now())
    return render(request, "matching/pair.html", {
        "pair": found, "error": error, "reason": form["ly_do"].value() or "", "waits": found.verdict in OPEN_VERDICTS and not found.revoked,
        "pill": pages.PILLS[found.verdict], "family": pages.family_lines(found),
    }, status=422 if error else 200)  # fmt: skip


@policy(Permission.DECIDE_MATCHES)
@require_POST
def undo(request: AuthedRequest, decision_id: int) -> HttpResponse:
    """Take a decision back."""
    operations.revoke(decision_id=decision_id, reason="Hoàn tác", by=request.actor, at=calendar.now())
    messages.success(request, "Đã hoàn tác. Cặp này lại chờ người xem.")
    return redirect("matching")


def _filter(request: AuthedRequest) -> tuple[PlaceFilter, int | None]:
    communes = [(unit.pk, unit.name) for unit in institutions.communes(on=calendar.today())] if _whole_city(request) else []
    form = PlaceFilter(request.GET, communes=communes)
    return form, form.cleaned_data.get("noi") if form.is_valid() else None


def _whole_city(request: AuthedRequest) -> bool:
    return rules.scope(request.actor, Permission.SEE_CHILDREN).everything


def _note(request: AuthedRequest, shown: int) -> None:
    duty = request.actor.main_duty
    code = duty.territory_code if duty and not duty.whole_city else ""
    register.note_list(shown=shown, unit_code=code, by=request.actor, at=calendar.now())

"""Adding a child: the register is asked first, and whoever enters a likely double says why it is another child."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mangnon.accounts import policies
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.linkage import queries as linkage
from mangnon.linkage.records import Likely
from mangnon.register import operations, queries
from mangnon.register.records import Enrolled, Source
from mangnon.register.vocabulary.people import Outcome, SourceKind
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.children import forms, pages


@policy(Permission.EDIT_CHILDREN)
def add(request: AuthedRequest) -> HttpResponse:
    """A new child: the whole register is asked before anything is entered, and answered as far as the actor may know."""
    on = calendar.today()
    scope = policies.scope(request.actor, Permission.EDIT_CHILDREN)
    communes = forms.commune_choices(request.actor, None if scope.everything else scope.unit_ids, on=on)
    form = forms.NewChildForm(request.POST or None, communes=communes, on=on, initial={"commune": communes[0][0] if communes else ""})
    found: tuple[Likely, ...] = ()
    lines: list[pages.Line] = []
    apart = forms.ApartForm(request.POST if "because" in request.POST else None)
    if request.method == "POST" and form.is_valid():
        found = linkage.likely(request.actor, form.described(), on=on)
        alike = _alike(request, form, found, on=on)
        shown = {one.child_id for one in found} | {line.pk for line in alike}
        asks = any(not one.other_name for one in found)  # a twin alone is no double
        if not (asks or alike) or (shown <= form.cleaned_data["seen"] and (not asks or apart.is_valid())):
            entered = _enter(request, form, found, apart)
            if entered is not None:
                return redirect("child", pk=entered.child_id)
        elif asks and shown <= form.cleaned_data["seen"] and not apart.is_bound:
            apart = forms.ApartForm({})
        lines = alike
        form.data = {**request.POST.dict(), "seen": " ".join(map(str, sorted(shown)))}
        for one in found:
            if one.within:  # its fields stand on the page: it was looked at
                operations.view(child_id=one.child_id, by=request.actor, at=calendar.now())
        operations.note_list(shown=len(shown), unit_code=_unit_code(request), by=request.actor, at=calendar.now())
    return render(request, "children/add.html", {
        "form": form, "apart": apart, "likely": [one for one in found if not one.other_name], "doubles": lines,
        "family": [one for one in found if one.other_name],
    }, status=422 if form.errors or apart.errors else 200)  # fmt: skip


def _alike(request: AuthedRequest, form: forms.NewChildForm, found: tuple[Likely, ...], *, on: date) -> list[pages.Line]:
    """Children of the actor's place whose texts are alike and whom the index did not name."""
    said = form.cleaned_data
    doubles = queries.possible_doubles(
        request.actor, full_name=said["full_name"], birth=said["birth"], number=said["personal_number"], on=on
    )  # fmt: skip
    known = {one.child_id for one in found}
    rows = [row for row in doubles if row.pk not in known]
    facts = queries.facts_for_list(request.actor, rows, on=on)
    return [pages.line(row, facts[row.pk], on=on, with_commune=True) for row in rows]


def _enter(request: AuthedRequest, form: forms.NewChildForm, found: tuple[Likely, ...], apart: forms.ApartForm) -> Enrolled | None:
    """Enter the child; None when the register refuses, with its words in the form."""
    on = calendar.today()
    source = Source(SourceKind.VISIT, f"form:{request.actor.id}:{on:%Y%m%d}", f"Ghi trực tiếp ngày {on:%d/%m/%Y}")
    others = [one.child_id for one in found if not one.other_name]
    because = apart.cleaned_data["because"] if others else None
    try:
        entered = operations.enrol(
            record=form.record(), source=source, by=request.actor, at=calendar.now(), apart_from=others, because=because
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error("personal_number", str(refusal))
        return None
    if entered.outcome is Outcome.NEW:
        family = ", ".join(one.code for one in found if one.other_name)
        messages.success(request, f"Đã ghi trẻ vào sổ. Anh, chị, em trong sổ: {family}." if family else "Đã ghi trẻ vào sổ.")
    else:
        messages.success(request, "Trẻ đã có trong sổ; hồ sơ nhận thêm những gì còn thiếu.")
    return entered


def _unit_code(request: AuthedRequest) -> str:
    duty = request.actor.main_duty
    return duty.territory_code if duty and not duty.whole_city else ""

"""Pages about children. Every record and every list shown leaves an event."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from mangnon.accounts import policies
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import queries as audit
from mangnon.institutions import queries as institutions
from mangnon.intake import queries as intake
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.register import operations, queries
from mangnon.register.operations.amend import Correction
from mangnon.register.records import Birth, CircumstanceRecord, Filters, Source
from mangnon.register.vocabulary.people import IdentifierState, Precision, Sex, SourceKind
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.children import forms, life, pages

PAGE_SIZE = 20
EXPORT_LIMIT = 50_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@policy(Permission.SEE_CHILDREN)
def children(request: AuthedRequest) -> HttpResponse:
    """The list: search, filters, quick views with counts, twenty at a time."""
    on = calendar.today()
    form, found, base, filters = _list(request)
    page = queries.page_after(found, after=request.GET.get("sau", ""), before=request.GET.get("truoc", ""), size=PAGE_SIZE)
    shown = queries.facts_for_list(request.actor, page.rows, on=on)
    scope = policies.scope(request.actor, Permission.SEE_CHILDREN)
    single = request.actor.main_duty.territory_name if request.actor.main_duty and not scope.everything else ""
    unit = institutions.by_id(filters.unit_id) if filters.unit_id else None
    operations.note_list(shown=len(page.rows), unit_code=_unit_code(request, unit), by=request.actor, at=calendar.now())
    counts = queries.counts(base, on=on)
    total, verified = counts["total"], counts["verified"]
    return render(request, "children/children.html", {
        "form": form, "lines": [pages.line(row, shown[row.pk], on=on, with_commune=not single and unit is None) for row in page.rows],
        "total": total, "verified": verified, "share": pages.summary(total, verified),
        "place": pages.small(unit.name if unit else single or "thành phố"),
        "count": found.count() if filters != Filters(unit_id=filters.unit_id, age_to=15) or form.text() else total,
        "chips": [(text, _address(request, xem=key), (filters.view or "") == key) for key, text in pages.chips(counts, forms.VIEWS)],
        "before": _address(request, truoc=page.before) if page.before else "",
        "after": _address(request, sau=page.after) if page.after else "",
        "first": not (request.GET.get("sau") or request.GET.get("truoc")),
        "may_add": policies.scope(request.actor, Permission.EDIT_CHILDREN),
        "may_import": policies.scope(request.actor, Permission.IMPORT_LISTS),
        "export_url": f"?{request.GET.urlencode()}", "searched": form.text(),
        "verified_url": _address(request, so=IdentifierState.VERIFIED.value),
    })  # fmt: skip


@policy(Permission.SEE_CHILDREN)
def export(request: AuthedRequest) -> HttpResponse:
    """The filtered list as a workbook of the child-list format; taking it away leaves an event."""
    _, found, _, filters = _list(request)
    unit = institutions.by_id(filters.unit_id) if filters.unit_id else None
    rows = queries.list_rows(request.actor, found[:EXPORT_LIMIT], on=calendar.today())
    operations.note_export(rows=len(rows), unit_code=_unit_code(request, unit), by=request.actor, at=calendar.now())
    response = HttpResponse(intake.child_list_workbook(rows, at=calendar.now()), content_type=XLSX)
    name = f"Danh sách trẻ em {calendar.today():%d-%m-%Y}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@policy(Permission.SEE_CHILDREN)
def child(request: AuthedRequest, pk: int) -> HttpResponse:
    """One record. Opening it is written down before anything is shown."""
    found = operations.view(child_id=pk, by=request.actor, at=calendar.now())
    facts = queries.facts(request.actor, found, on=calendar.today())
    events = audit.history_of(kind="child", id=str(pk))[:60]
    may_edit = policies.scope(request.actor, Permission.EDIT_CHILDREN).covers(found.lives_in_id) and not found.closed_on
    return render(request, "children/child.html", {
        "record": pages.record(facts, events=events, on=calendar.today()), "may_edit": may_edit,
        "life": life.lived(queries.life(request.actor, found), on=calendar.today()),
    })  # fmt: skip


@policy(Permission.EDIT_CHILDREN)
def amend(request: AuthedRequest, pk: int) -> HttpResponse:
    """Correct what the record says of the child itself."""
    found = queries.child(request.actor, pk, on=calendar.today())
    initial = {
        "full_name": found.full_name, "birth": Birth(found.birth_date, Precision(found.birth_precision)), "sex": found.sex,
        "ethnicity": found.ethnicity, "school_level": found.school_level, "school_state": found.school_state, "note": found.note,
    }  # fmt: skip
    form = forms.AmendForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        correction = Correction(**{**said, "sex": Sex(said["sex"])})
        return _done(request, pk, form, "Đã sửa hồ sơ.", lambda at: operations.amend(
            child_id=pk, correction=correction, by=request.actor, at=at
        ), "Sửa hồ sơ")  # fmt: skip
    return _form_page(request, found, form, "Sửa hồ sơ", "Ghi sửa")


@policy(Permission.EDIT_CHILDREN)
def move(request: AuthedRequest, pk: int) -> HttpResponse:
    """Record where the child is registered or lives from a day on."""
    found = queries.child(request.actor, pk, on=calendar.today())
    communes = forms.commune_choices(request.actor, None, on=calendar.today())
    initial = {"commune": found.lives_in_id, "hamlet": found.hamlet, "since": calendar.today()}
    form = forms.MoveForm(request.POST or None, communes=communes, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _done(request, pk, form, "Đã ghi nơi ở mới.", lambda at: operations.move(
            child_id=pk, to=form.to(), source=_visit(request), by=request.actor, at=at
        ), "Ghi chuyển nơi ở")  # fmt: skip
    return _form_page(request, found, form, "Ghi chuyển nơi ở", "Ghi nơi ở")


@policy(Permission.EDIT_CHILDREN)
def circumstance(request: AuthedRequest, pk: int) -> HttpResponse:
    """Record a circumstance with its day and evidence."""
    found = queries.child(request.actor, pk, on=calendar.today())
    form = forms.CircumstanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = CircumstanceRecord(said["clause"], said["since"], said["evidence"])
        return _done(request, pk, form, "Đã ghi hoàn cảnh.", lambda at: operations.record_circumstance(
            child_id=pk, circumstance=new, source=_visit(request), by=request.actor, at=at
        ), "Thêm hoàn cảnh")  # fmt: skip
    return _form_page(request, found, form, "Thêm hoàn cảnh", "Ghi hoàn cảnh")


@policy(Permission.EDIT_CHILDREN)
def end_circumstance(request: AuthedRequest, pk: int, circumstance_id: int) -> HttpResponse:
    """Record the last day of a circumstance and why it ended."""
    found = queries.child(request.actor, pk, on=calendar.today())
    form = forms.EndForm(request.POST or None, initial={"last_day": calendar.today()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        return _done(request, pk, form, "Đã ghi hoàn cảnh kết thúc.", lambda at: operations.end_circumstance(
            circumstance_id=circumstance_id, last_day=said["last_day"], because=said["because"], by=request.actor, at=at
        ), "Kết thúc hoàn cảnh")  # fmt: skip
    return _form_page(request, found, form, "Kết thúc hoàn cảnh", "Ghi kết thúc")


def _list(request: AuthedRequest):  # type: ignore[no-untyped-def]
    """The filter form, the children it leaves, the children of the place, the filters."""
    on = calendar.today()
    scope = policies.scope(request.actor, Permission.SEE_CHILDREN)
    communes = forms.commune_choices(request.actor, None if scope.everything else scope.unit_ids, on=on)
    chosen = request.GET.get("xa", "")
    unit_id = int(chosen) if chosen.isdigit() else None
    single = not scope.everything and len(scope.unit_ids) == 1
    hamlets = queries.hamlets(request.actor, unit_id=unit_id, on=on) if unit_id or single else []
    form = forms.ListFilter(request.GET, communes=[] if single else communes, hamlets=hamlets)
    filters = form.filters()
    text = form.text()
    base = queries.under_sixteen(queries.apply(queries.children(request.actor, on=on), Filters(unit_id=filters.unit_id), on=on), on=on)
    start = queries.search(request.actor, text, on=on) if text else queries.children(request.actor, on=on)
    return form, queries.apply(start, filters, on=on), base, filters


def _address(request: AuthedRequest, **changed: str) -> str:
    """The address of the list with something changed; another filter starts at the first page."""
    kept = {key: value for key, value in request.GET.items() if key not in {"sau", "truoc"} and value}
    kept.update(changed)
    return f"?{urlencode({key: value for key, value in kept.items() if value})}"


def _unit_code(request: AuthedRequest, unit) -> str:  # type: ignore[no-untyped-def]
    if unit is not None:
        return unit.code
    duty = request.actor.main_duty
    return duty.territory_code if duty and not duty.whole_city else ""


def _visit(request: AuthedRequest) -> Source:
    on = calendar.today()
    return Source(SourceKind.VISIT, f"form:{request.actor.id}:{on:%Y%m%d}", f"{request.actor.label} ghi ngày {on:%d/%m/%Y}")


def _done(request: AuthedRequest, pk: int, form, said: str, act, title: str) -> HttpResponse:  # type: ignore[no-untyped-def]
    """Run the one operation of a page: back to the record, or the form with the refusal in it."""
    try:
        act(calendar.now())
    except policies.NotAllowed:
        raise
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, queries.child(request.actor, pk, on=calendar.today()), form, title, title, status=422)
    messages.success(request, said)
    return redirect("child", pk=pk)


def _form_page(request: AuthedRequest, found, form, title: str, label: str, status: int = 200) -> HttpResponse:  # type: ignore[no-untyped-def]
    context = {"child": found, "form": form, "title": title, "label": label}
    return render(request, "children/form.html", context, status=422 if form.errors else status)


@policy(Permission.EDIT_CHILDREN)
@require_POST
def received(request: AuthedRequest, pk: int, hand_over_id: int) -> HttpResponse:
    """The receipt for a child another commune handed over."""
    queries.child(request.actor, pk, on=calendar.today())
    operations.receive_hand_over(hand_over_id=hand_over_id, by=request.actor, at=calendar.now())
    messages.success(request, "Đã ghi tiếp nhận trẻ.")
    return redirect("child", pk=pk)

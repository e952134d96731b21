"""Files (hồ sơ) of an agency: the list with what is due for the archive, one file, its steps."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import operations, policies, queries
from mangnon.documents.rules import metadata
from mangnon.documents.vocabulary import Stage
from mangnon.lib import calendar
from mangnon.lib.vietnamese import short_date
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.documents import pages
from mangnon.web.documents.forms import DayForm, DossierForm


@policy(Permission.SEE_DOCUMENTS)
def dossiers(request: AuthedRequest) -> HttpResponse:
    """The files of the actor's agency; a form to open one."""
    agency = pages.agency_of(request.actor, request.GET.get("co-quan", ""))
    if agency is None:
        raise Http404
    today = calendar.today()
    may = account_rules.may(request.actor, Permission.REGISTER_DOCUMENTS)
    form = DossierForm(request.POST or None, initial={"bat_dau": today, "so_nam": 10})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            opened = operations.open_dossier(
                institution_id=agency, catalogue_year=said["bat_dau"].year, notation=said["so_ky_hieu"], title=said["tieu_de"],
                started_on=said["bat_dau"], years=said["so_nam"], rights=said["che_do"], by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except operations.BadKeeping as refusal:
            form.add_error("so_ky_hieu", str(refusal))
        else:
            messages.success(request, f"Đã mở hồ sơ số {opened.notation}.")
            return redirect("dossier", opened.pk)
    rows = [pages.dossier_row(one, on=today) for one in queries.dossiers(agency)]
    wanted = request.GET.get("loc", "")
    counts = {stage: sum(row["stage"] == stage.label for row in rows) for stage in Stage}
    return render(request, "documents/dossiers.html", {
        "rows": [row for row in rows if not wanted or row["stage"] == dict(Stage.choices).get(wanted)], "form": form if may else None,
        "chips": [("", "Mọi hồ sơ", len(rows)), *((stage.value, stage.label, count) for stage, count in counts.items() if count)],
        "wanted": wanted, "agency_name": next(one.name for one in pages.agencies(request.actor) if one.id == agency),
        "due": counts[Stage.DUE],
    }, status=422 if form.is_bound and form.errors else 200)  # fmt: skip


@policy(Permission.SEE_DOCUMENTS)
def dossier(request: AuthedRequest, pk: int) -> HttpResponse:
    """One file with its papers and its record in the terms of the decree."""
    found = _existing(request, pk)
    row = pages.dossier_row(found, on=calendar.today())
    values = {
        "FileCode.OrganId": found.institution.code, "FileCode.FileCatalog": str(found.catalogue_year),
        "FileCode.FileNotation": found.notation,
        "Title": found.title, "Maintenance": row["keeping"], "Rights": found.rights, "Creator": found.creator, "Language": found.language,
        "StartDate": short_date(found.started_on), "EndDate": short_date(found.ended_on) if found.ended_on else "",
        "DocTotal": str(found.doc_total), "PageTotal": str(found.page_total or ""), "Description": found.description,
    }  # fmt: skip
    return render(request, "documents/dossier.html", row | {
        "items": queries.dossier_items(pk), "metadata": [(item, values[item.tag]) for item in metadata.FILE], "form": DayForm(),
        "may": account_rules.may(request.actor, Permission.REGISTER_DOCUMENTS),
    })  # fmt: skip


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def close(request: AuthedRequest, pk: int) -> HttpResponse:
    """The work of a file has ended."""
    _existing(request, pk)
    form = DayForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa ghi ngày kết thúc. Ghi ngày/tháng/năm.")
        return redirect("dossier", pk)
    operations.close_dossier(dossier_id=pk, ended_on=form.cleaned_data["ngay"], by=request.actor, at=calendar.now())
    messages.success(request, "Đã ghi ngày kết thúc hồ sơ.")
    return redirect("dossier", pk)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def archive(request: AuthedRequest, pk: int) -> HttpResponse:
    """A file was handed to the archive."""
    _existing(request, pk)
    form = DayForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa ghi ngày nộp lưu. Ghi ngày/tháng/năm.")
        return redirect("dossier", pk)
    said = form.cleaned_data
    operations.archive_dossier(dossier_id=pk, archived_on=said["ngay"], words=said["loi"], by=request.actor, at=calendar.now())
    messages.success(request, "Đã ghi nộp lưu. Hồ sơ vẫn xem được ở đây.")
    return redirect("dossier", pk)


def _existing(request: AuthedRequest, pk: int) -> Any:
    try:
        found = queries.dossier(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    if found.keeper_id not in policies.own_agencies(request.actor):
        raise Http404
    return found

"""Registering documents: sent, received, of a higher body."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import operations, queries
from mangnon.documents.records import Twin
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.documents import pages
from mangnon.web.documents.forms import ArriveForm, EnterForm, SendForm

_HEADINGS = {"di": "Đăng ký văn bản đi", "den": "Đăng ký văn bản đến", "khac": "Ghi văn bản cấp trên, văn bản liên quan"}


@policy(Permission.REGISTER_DOCUMENTS)
def send_out(request: AuthedRequest) -> HttpResponse:
    """A paper of the actor's agency gets its number."""
    agency = _agency(request)
    form = SendForm(request.POST or None, request.FILES or None, initial={"ngay": calendar.today()})
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, calendar.now()
        issuer = said["co_quan_tu_van"] or _issuer(agency)
        try:
            document = operations.issue(
                institution_id=agency.pk, facts=pages.paper_facts(said, issuer=issuer, place=_place(agency)), number=said["so"],
                body=said["co_quan_tu_van"].strip(), agency_sign=said["ky_hieu_tu_van"].strip(), unit_sign=said["don_vi_soan"].strip(),
                copies=said["so_ban"], due_on=said["han"], file=operations.keep(file=_upload(said), by=request.actor, at=now),
                by=request.actor, at=now,
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("so", str(refusal))
        else:
            messages.success(request, f"Đã cấp số {document.number} và vào sổ văn bản đi.")
            return redirect("document", document.pk)
    return _page(request, "di", form, agency)


@policy(Permission.REGISTER_DOCUMENTS)
def arrive(request: AuthedRequest) -> HttpResponse:
    """A paper of another body enters the register of papers received. An equal number is shown before anything is written."""
    agency = _agency(request)
    form = ArriveForm(request.POST or None, request.FILES or None, initial={"ngay_den": calendar.today(), "xem": "agency"})
    twins: list[Twin] = []
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, calendar.now()
        facts = pages.paper_facts(said, issuer=said["co_quan"].strip())
        try:
            entry = operations.receive(
                institution_id=agency.pk, number=said["so_ky_hieu"], facts=facts, arrived_on=said["ngay_den"], places=said["nguoi_nhan"],
                due_on=said["han"], twin_reason=said["trung"], file=operations.keep(file=_upload(said), by=request.actor, at=now),
                by=request.actor, at=now,
            )  # fmt: skip
        except NotAllowed:
            raise
        except operations.AlreadyRegistered as refusal:
            twins = queries.twins(number=said["so_ky_hieu"], facts=facts)
            form.add_error("so_ky_hieu", str(refusal))
        except Refusal as refusal:
            form.add_error("so_ky_hieu", str(refusal))
        else:
            messages.success(request, f"Đã vào sổ văn bản đến, số đến {entry.ordinal}.")
            return redirect("document", entry.document_id)
    return _page(request, "den", form, agency, twins)


@policy(Permission.REGISTER_DOCUMENTS)
def enter(request: AuthedRequest) -> HttpResponse:
    """A paper of a higher body, so that what carries it out can be joined to it."""
    form = EnterForm(request.POST or None, request.FILES or None)
    twins: list[Twin] = []
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, calendar.now()
        facts = pages.paper_facts(said, issuer=said["co_quan"].strip())
        try:
            document = operations.enter(
                number=said["so_ky_hieu"], facts=facts, twin_reason=said["trung"], provenance=said["nguon"],
                verified=not said["chua_doi_chieu"], file=operations.keep(file=_upload(said), by=request.actor, at=now),
                by=request.actor, at=now,
            )  # fmt: skip
        except NotAllowed:
            raise
        except operations.AlreadyRegistered as refusal:
            twins = queries.twins(number=said["so_ky_hieu"], facts=facts)
            form.add_error("so_ky_hieu", str(refusal))
        except Refusal as refusal:
            form.add_error("so_ky_hieu", str(refusal))
        else:
            messages.success(request, f"Đã ghi {queries.name_of(document)}.")
            return redirect("document", document.pk)
    return _page(request, "khac", form, None, twins)


def _page(request: AuthedRequest, kind: str, form: Any, agency: Any, twins: list[Twin] | None = None) -> HttpResponse:
    readable = [one for one in twins or () if queries.may_read(request.actor, one.id)]
    year = calendar.today().year
    gap = queries.free_numbers(agency.pk, year=year) if kind == "di" else None
    return render(request, "documents/register.html", {
        "form": form, "kind": kind, "heading": _HEADINGS[kind], "agency": agency, "twins": readable,
        "next_number": gap.last + 1 if gap else None, "year": year, "headings": _HEADINGS,
    }, status=422 if form.errors else 200)  # fmt: skip


def _agency(request: AuthedRequest) -> Any:
    pk = pages.agency_of(request.actor, request.GET.get("co-quan", ""))
    found = institutions.by_id(pk) if pk is not None else None
    if found is None:
        raise Http404
    return found


def _issuer(agency: Any) -> str:
    name: str = agency.name
    return f"Ủy ban nhân dân {name[0].lower()}{name[1:]}" if agency.kind == Kind.UNIT else name


def _place(agency: Any) -> str:
    place: str = agency.bare_name if agency.kind == Kind.UNIT else "Cần Thơ"
    return place


def _upload(said: dict[str, Any]) -> operations.Upload | None:
    file = said["tep"]
    return (file.name, file.read(), file.content_type or "application/octet-stream") if file else None

"""What is done with a document: joined to others, directed, settled, put in a file, recalled."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import operations, queries
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Relation
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.documents import pages
from mangnon.web.documents.forms import DirectForm, FinishForm, RelateForm
from mangnon.web.documents.views import existing, page


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def relate(request: AuthedRequest, pk: int) -> HttpResponse:
    """Join this document to another, named by its number."""
    found = existing(request, pk)
    form = RelateForm(request.POST)
    if form.is_valid():
        try:
            other = queries.numbered(request.actor, form.cleaned_data["so_ky_hieu"])
            operations.relate(
                source_id=pk, target_id=other.pk, kind=Relation(form.cleaned_data["quan_he"]), by=request.actor, at=calendar.now()
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("so_ky_hieu", str(refusal))
        else:
            messages.success(request, f"Đã nối với {queries.name_of(other)}.")
            return redirect("document", pk)
    return page(request, found, forms={"relate": form}, status=422)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def unrelate(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a relation back."""
    try:
        relation = operations.unrelate(relation_id=pk, by=request.actor, at=calendar.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    messages.success(request, "Đã gỡ mối nối. Vết nối cũ vẫn được giữ.")
    return redirect("document", relation.source_id)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def recall(request: AuthedRequest, pk: int) -> HttpResponse:
    """The paper was taken back by its issuer."""
    existing(request, pk)
    operations.recall(document_id=pk, reason=request.POST.get("ly_do", ""), by=request.actor, at=calendar.now())
    messages.success(request, "Đã ghi thu hồi. Văn bản được giữ nguyên như khi đăng ký.")
    return redirect("document", pk)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def receive(request: AuthedRequest, pk: int) -> HttpResponse:
    """Enter a document the system has already in the register of papers received."""
    found = existing(request, pk)
    agency = pages.agency_of(request.actor, request.POST.get("co-quan", ""))
    if agency is None:
        raise Http404
    facts = Facts(kind=found.kind, title=found.title, issued_on=found.issued_on, issuer=found.issuer)
    entry = operations.receive(
        institution_id=agency, number=found.number, facts=facts, document_id=pk, arrived_on=calendar.today(), by=request.actor,
        at=calendar.now(),
    )  # fmt: skip
    messages.success(request, f"Đã vào sổ văn bản đến, số đến {entry.ordinal}.")
    return redirect("document", pk)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def put_in_dossier(request: AuthedRequest, pk: int) -> HttpResponse:
    """Lay the document in a file of the actor's agency."""
    existing(request, pk)
    wanted = request.POST.get("ho-so", "")
    if not wanted.isdigit():
        messages.error(request, "Chưa chọn hồ sơ. Chọn một hồ sơ đang lập.")
        return redirect("document", pk)
    try:
        item = operations.put_in_dossier(dossier_id=int(wanted), document_id=pk, by=request.actor, at=calendar.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    messages.success(request, f"Đã đưa văn bản vào hồ sơ, số thứ tự {item.ordinal}.")
    return redirect("document", pk)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def direct(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say who acts on a paper received, with whom, by when."""
    entry = _entry(pk)
    form = DirectForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        operations.direct(
            entry_id=pk, words=said["y_kien"], lead=said["chu_tri"], coordinating=said["phoi_hop"], due_on=said["han"], by=request.actor,
            at=calendar.now(),
        )  # fmt: skip
        messages.success(request, f"Đã phân phối cho {said['chu_tri']}.")
        return redirect("document", entry.document_id)
    return page(request, existing(request, entry.document_id), forms={"direct": form}, status=422)


@require_POST
@policy(Permission.REGISTER_DOCUMENTS)
def finish(request: AuthedRequest, pk: int) -> HttpResponse:
    """Write down how the matter was settled."""
    entry = _entry(pk)
    form = FinishForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            answer = queries.numbered(request.actor, said["tra_loi"]) if said["tra_loi"].strip() else None
            operations.finish(
                entry_id=pk, words=said["ket_qua"], answer_id=answer.pk if answer else None, by=request.actor, at=calendar.now()
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("tra_loi", str(refusal))
        else:
            messages.success(request, "Đã ghi kết quả giải quyết.")
            return redirect("document", entry.document_id)
    return page(request, existing(request, entry.document_id), forms={"finish": form}, status=422)


def _entry(pk: int):  # type: ignore[no-untyped-def]
    try:
        return queries.entry(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing

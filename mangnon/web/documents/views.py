"""The list of documents, one document, its file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import queries
from mangnon.documents.vocabulary import Handling
from mangnon.lib import calendar
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.documents import pages
from mangnon.web.documents.forms import DirectForm, FinishForm, RelateForm, Search
from mangnon.web.shell.files import download

SHOWN = 40


@policy(Permission.SEE_DOCUMENTS)
def documents(request: AuthedRequest) -> HttpResponse:
    """What the actor may read, newest first, narrowed by the address."""
    kinds = queries.kinds_in_use(request.actor)
    form = Search(request.GET, kinds=kinds, on=calendar.today())
    wanted = form.cleaned_data if form.is_valid() else {}
    above = request.GET.get("trien-khai", "")
    upper = queries.documents(request.actor).filter(pk=int(above)).first() if above.isdigit() else None
    found = queries.documents(
        request.actor, text=wanted.get("tim", ""), kind=wanted.get("loai", ""), year=wanted.get("nam"),
        relation=wanted.get("tinh_trang", ""), implements_id=upper.pk if upper else None,
    )  # fmt: skip
    return render(request, "documents/list.html", {
        "form": form, "page": Paginator(found, SHOWN).get_page(request.GET.get("trang")),
        "may_register": account_rules.may(request.actor, Permission.REGISTER_DOCUMENTS), "agencies": pages.agencies(request.actor),
        "filtered": any(wanted.get(name) for name in ("tim", "loai", "nam", "tinh_trang")), "kinds": kinds[:6],
        "kind": wanted.get("loai", ""), "upper": upper, "upper_name": queries.name_of(upper) if upper else "",
    })  # fmt: skip


@policy(Permission.SEE_DOCUMENTS)
def document(request: AuthedRequest, pk: int) -> HttpResponse:
    """One document with its line above, what carries it out, its other links, and where it stands in the actor's registers."""
    return page(request, existing(request, pk))


@policy(Permission.SEE_DOCUMENTS)
def file(request: AuthedRequest, pk: int) -> HttpResponse:
    """The stored file of a document, as a download."""
    found = existing(request, pk)
    if found.file is None:
        return redirect("document", pk)
    return download(found.file, by=request.actor)


def existing(request: AuthedRequest, pk: int) -> Any:
    """A document the actor may read; 404 otherwise, so that a closed one is not betrayed."""
    found = queries.documents(request.actor).filter(pk=pk).select_related("issued_by", "file").defer("file__content").first()
    if found is None:
        raise Http404
    return found


def page(request: AuthedRequest, found: Any, *, forms: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The page of one document, with forms that were refused."""
    forms = forms or {}
    own = [one.id for one in pages.agencies(request.actor)]
    may = account_rules.may(request.actor, Permission.REGISTER_DOCUMENTS)
    entries = queries.own_entries(found.pk, own)
    line, root = queries.cascade(found.pk)
    above, below = queries.linked(found.pk)
    items = queries.items_of_document(found.pk, own)
    incoming = next((one for one in entries if one.series.book == "incoming"), None)
    sent_by = queries.register_agencies(found.pk)
    mine = may and (not sent_by or bool(sent_by & set(own)))
    return render(request, "documents/document.html", {
        "document": found, "name": queries.name_of(found), "line": pages.tree(line), "below": pages.tree([root])[1:],
        "does": [one for one in above if one.kind != "implements"], "done": [one for one in below if one.kind != "implements"],
        "direct": [one for one in above if one.kind == "implements"], "entries": entries, "incoming": incoming, "items": items,
        "incoming_state": pages.HANDLING_STATES[Handling(incoming.handling)] if incoming else "", "may": may, "mine": mine,
        "metadata": pages.metadata_of(found, entries, items), "own": pages.agencies(request.actor),
        "relate_form": forms.get("relate") or RelateForm(), "direct_form": forms.get("direct") or DirectForm(),
        "finish_form": forms.get("finish") or FinishForm(),
        "dossiers": [one for one in queries.dossiers(own[0]) if one.ended_on is None] if may and own else (),
    }, status=status)  # fmt: skip

"""The minutes of a supervision and a draft under criticism, as downloads."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse

from mangnon.accounts.vocabulary import Permission
from mangnon.outreach import queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell.files import download


@policy(Permission.SEE_PLANS)
def of_visit(request: AuthedRequest, pk: int) -> HttpResponse:
    """The minutes of a supervision at one institution."""
    try:
        found = queries.visit(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return download(found.file, by=request.actor)


@policy(Permission.SEE_PLANS)
def of_draft(request: AuthedRequest, pk: int) -> HttpResponse:
    """The draft the Front was asked about."""
    try:
        found = queries.criticism(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return download(found.file, by=request.actor)

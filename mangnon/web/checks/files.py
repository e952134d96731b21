"""What proves a check and an act of making the plan known, as downloads."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse

from mangnon.accounts.vocabulary import Permission
from mangnon.plans.queries import checks as queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell.files import download


@policy(Permission.SEE_PLANS)
def of_check(request: AuthedRequest, pk: int, which: str) -> HttpResponse:
    """The minutes of a check, or what proves that its requirement was met."""
    try:
        found = queries.check(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return download(found.met_file if which == "da-lam" else found.file, by=request.actor)


@policy(Permission.SEE_PLANS)
def of_dissemination(request: AuthedRequest, pk: int) -> HttpResponse:
    """The evidence of an act of making the plan known."""
    try:
        found = queries.dissemination(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return download(found.file, by=request.actor)

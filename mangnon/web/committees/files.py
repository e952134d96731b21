"""The rules of a committee and the minutes of a meeting, as downloads."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse

from mangnon.accounts.vocabulary import Permission
from mangnon.plans.queries import committees as queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell.files import download


@policy(Permission.SEE_PLANS)
def rules(request: AuthedRequest, pk: int) -> HttpResponse:
    """The operating rules of a committee."""
    try:
        found = queries.committee(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return download(found.rules_file, by=request.actor)


@policy(Permission.SEE_PLANS)
def minutes(request: AuthedRequest, pk: int) -> HttpResponse:
    """The minutes of a meeting."""
    try:
        found = queries.meeting(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return download(found.minutes_file, by=request.actor)

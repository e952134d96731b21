"""A committee ends: after its term, or where a reorganisation brought two together."""

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import reverse

from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans.queries import committees as queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell.writing import Asking, data_of, day, words, write


class EndForm(forms.Form):
    """The paper that ends it, and the last day."""

    decision = words("Quyết định kết thúc", limit=200, hint="Số, ngày quyết định kết thúc hoặc kiện toàn.")
    last_day = day("Ngày cuối hoạt động")


@policy(Permission.RUN_COMMITTEES)
def end(request: AuthedRequest, pk: int) -> HttpResponse:
    """Write down that a committee has ended."""
    try:
        found = queries.committee(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    back = reverse("committee", args=[pk])
    return write(
        request, EndForm(*data_of(request)), Asking("Kết thúc ban, nhóm", "Ghi kết thúc", back, found.name),
        lambda facts: operations.end_committee(committee_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã ghi kết thúc; cuộc họp, kết luận trước đó vẫn xem được.", then=lambda _made: back,
    )  # fmt: skip

"""The log, newest first, fifty at a time; never a count of the whole, which would read millions of rows."""

from datetime import datetime, time

from django.http import HttpResponse
from django.shortcuts import render

from mangnon.accounts.vocabulary import Permission
from mangnon.audit import queries
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.log.forms import LogFilter
from mangnon.web.log.pages import rows

SHOWN = 50


@policy(Permission.SEE_LOG)
def log(request: AuthedRequest) -> HttpResponse:
    """Acts that match the filter."""
    form = LogFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    since, until = wanted.get("tu"), wanted.get("den")
    before = request.GET.get("truoc", "")
    events = queries.search(
        who=wanted.get("nguoi", ""), act=wanted.get("viec", ""), unit_code=wanted.get("don_vi", ""), subject=wanted.get("ma", ""),
        since=datetime.combine(since, time.min, tzinfo=calendar.VIETNAM) if since else None,
        until=calendar.end_of(until) if until else None, before=int(before) if before.isdigit() else None,
    )[: SHOWN + 1]  # fmt: skip
    today = calendar.today()
    names = {unit.code: unit.name for unit in (institutions.city(on=today), *institutions.communes(on=today))}
    found = list(events)
    older = ""
    if len(found) > SHOWN:
        kept = request.GET.copy()
        kept["truoc"] = str(found[SHOWN - 1].pk)
        older = f"?{kept.urlencode()}"
    return render(request, "log/log.html", {"form": form, "rows": rows(found[:SHOWN], names), "older": older})

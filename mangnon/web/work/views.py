"""The first page of most people."""

from django.http import HttpResponse
from django.shortcuts import render

from mangnon.accounts.vocabulary import Permission
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell import context
from mangnon.web.work import pages, panels


@policy(Permission.SEE_OWN_WORK)
def my_work(request: AuthedRequest) -> HttpResponse:
    """Everything that waits for me."""
    shell = context.of(request)
    shown = {
        "page": pages.work_page(shell.work, on=shell.on), "duties": request.actor.duties,
        "lists": list(panels.waiting_lists(request.actor)), "reports": list(panels.own_reports(request.actor, on=shell.on)),
    }  # fmt: skip
    return render(request, "work/my_work.html", shown)

"""Social criticism of a draft."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import policies as access
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.outreach import operations, queries
from mangnon.outreach.vocabulary import CriticismState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell.writing import Asking, data_of, own_agencies, upload, write
from mangnon.web.supervision.forms import CriticismAskForm, ExplanationForm, OpinionForm


@policy(Permission.REPORT_OWN_WORK)
def add(request: AuthedRequest) -> HttpResponse:
    """Ask for criticism of a draft."""
    form = CriticismAskForm(*data_of(request), on=calendar.today(), own=own_agencies(request.actor, Permission.REPORT_OWN_WORK))
    return write(
        request, form, Asking("Đề nghị phản biện xã hội", "Gửi đề nghị", reverse("supervision"), crumb="Giám sát, phản biện"),
        lambda facts: operations.ask_for_criticism(file=upload(facts.pop("file")), by=request.actor, at=calendar.now(), **facts),
        done="Đã gửi đề nghị phản biện.", then=lambda made: reverse("criticism", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def criticism(request: AuthedRequest, pk: int) -> HttpResponse:
    """One draft with the opinion and what was taken up."""
    found = _existing(pk)
    return render(request, "supervision/criticism.html", {
        "one": found,
        "may_give": found.state == CriticismState.ASKED and access.scope(request.actor, Permission.SUPERVISE).covers(found.critic_id),
        "may_explain": found.state == CriticismState.GIVEN
        and access.scope(request.actor, Permission.REPORT_OWN_WORK).covers(found.drafter_id),
    })  # fmt: skip


@policy(Permission.SUPERVISE)
def give(request: AuthedRequest, pk: int) -> HttpResponse:
    """Give the opinion."""
    found, back = _existing(pk), reverse("criticism", args=[pk])
    return write(
        request, OpinionForm(*data_of(request)), Asking("Cho ý kiến phản biện", "Gửi ý kiến", back, found.draft, "Dự thảo"),
        lambda facts: operations.give_opinion(criticism_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã gửi ý kiến phản biện.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def explain(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say what is taken up."""
    found, back = _existing(pk), reverse("criticism", args=[pk])
    return write(
        request, ExplanationForm(*data_of(request)), Asking("Tiếp thu, giải trình", "Gửi giải trình", back, found.draft, "Dự thảo"),
        lambda facts: operations.explain(criticism_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã gửi nội dung tiếp thu, giải trình.", then=lambda _made: back,
    )  # fmt: skip


def _existing(pk: int):  # type: ignore[no-untyped-def]  # a row of the outreach room
    try:
        return queries.criticism(pk)
    except ObjectDoesNotExist:
        raise Http404 from None

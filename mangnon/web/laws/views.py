"""Proposals to amend texts, one proposal, writing, sending, answering."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import policies as access
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans import queries as plans
from mangnon.plans.queries import laws as queries
from mangnon.plans.vocabulary import LawState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.laws.forms import AnswerForm, ProposalForm, SendForm
from mangnon.web.shell.writing import Asking, data_of, own_agencies, write

PILLS = {LawState.WRITTEN: "wait", LawState.SENT: "info", LawState.ANSWERED: "ok"}


@policy(Permission.SEE_PLANS)
def proposals(request: AuthedRequest) -> HttpResponse:
    """Every proposal; one chip per state."""
    state = request.GET.get("loc", "")
    every = list(queries.law_proposals())
    shown = [one for one in every if one.state == state] if state in LawState.values else every
    chips = [("Tất cả", len(every), "?", not state)]
    chips += [(one.label, sum(row.state == one for row in every), f"?loc={one.value}", state == one) for one in LawState]
    return render(request, "laws/list.html", {
        "rows": [(one, PILLS[LawState(one.state)]) for one in shown], "chips": chips, "total": len(every),
        "waiting": sum(one.state == LawState.SENT for one in every),
        "may_propose": bool(access.scope(request.actor, Permission.REPORT_OWN_WORK)),
    })  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def add(request: AuthedRequest) -> HttpResponse:
    """Write a proposal."""
    plan = plans.current_plan()
    tasks = [(one.task_id, f"{one.address}: {one.summary[:90]}") for one in plans.duties(plan.pk, on=calendar.today())] if plan else []
    form = ProposalForm(*data_of(request), own=own_agencies(request.actor, Permission.REPORT_OWN_WORK), tasks=tasks)
    return write(
        request, form, Asking("Kiến nghị sửa đổi, bổ sung văn bản", "Ghi kiến nghị", reverse("law_proposals"),
        crumb="Kiến nghị sửa văn bản"),
        lambda facts: operations.propose_law(by=request.actor, at=calendar.now(), **facts),
        done="Đã ghi kiến nghị; gửi khi đã rà soát xong.", then=lambda made: reverse("law_proposal", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def proposal(request: AuthedRequest, pk: int) -> HttpResponse:
    """One proposal from writing to answer."""
    found = _existing(pk)
    own = access.scope(request.actor, Permission.REPORT_OWN_WORK).covers(found.institution_id)
    return render(request, "laws/proposal.html", {
        "one": found, "pill_state": PILLS[LawState(found.state)], "may_send": own and found.state == LawState.WRITTEN,
        "may_answer": own and found.state == LawState.SENT,
    })  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def record_sending(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say to whom it was sent."""
    found, back = _existing(pk), reverse("law_proposal", args=[pk])
    return write(
        request, SendForm(*data_of(request)), Asking("Gửi kiến nghị", "Ghi đã gửi", back, found.instrument, "Kiến nghị"),
        lambda facts: operations.send_law_proposal(proposal_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã ghi nơi nhận, văn bản gửi.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def answer(request: AuthedRequest, pk: int) -> HttpResponse:
    """Write down the answer."""
    found, back = _existing(pk), reverse("law_proposal", args=[pk])
    return write(
        request, AnswerForm(*data_of(request)), Asking("Trả lời kiến nghị", "Ghi trả lời", back, found.instrument, "Kiến nghị"),
        lambda facts: operations.answer_law_proposal(proposal_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã ghi trả lời.", then=lambda _made: back,
    )  # fmt: skip


def _existing(pk: int):  # type: ignore[no-untyped-def]  # a row of the plans room
    try:
        return queries.law_proposal(pk)
    except ObjectDoesNotExist:
        raise Http404 from None

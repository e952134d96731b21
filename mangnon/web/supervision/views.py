"""Supervisions of a year, one supervision, one recommendation with its reply."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import policies as access
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.outreach import operations, queries
from mangnon.outreach.vocabulary import RecommendationState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.shell.work import reckon
from mangnon.web.shell.writing import Asking, data_of, own_agencies, upload, write
from mangnon.web.supervision.forms import DoneForm, ProgrammeForm, RecommendationForm, ReplyForm, VisitForm


@policy(Permission.SEE_PLANS)
def supervision(request: AuthedRequest) -> HttpResponse:
    """Replies owed on top, then the supervisions of a year and the drafts criticised."""
    on = calendar.today()
    years = queries.years() or [on.year]
    year = _number(request.GET.get("nam")) or years[0]
    owed = list(queries.recommendations(state=RecommendationState.OWED))
    return render(request, "supervision/list.html", {
        "programmes": list(queries.programmes(year=year)), "years": years, "year": year, "criticisms": list(queries.criticisms()),
        "owed": [(one, _clock(one.reply_due_on, on)) for one in owed], "late": sum(one.reply_due_on < on for one in owed),
        "may_supervise": bool(access.scope(request.actor, Permission.SUPERVISE)),
        "may_ask": bool(access.scope(request.actor, Permission.REPORT_OWN_WORK)),
    })  # fmt: skip


@policy(Permission.SUPERVISE)
def add(request: AuthedRequest) -> HttpResponse:
    """Put a supervision into the year's programme."""
    return write(
        request, ProgrammeForm(*data_of(request), own=own_agencies(request.actor, Permission.SUPERVISE)),
        Asking("Thêm cuộc giám sát", "Thêm vào chương trình", reverse("supervision"), crumb="Giám sát, phản biện"),
        lambda facts: operations.plan_supervision(
            agency_id=facts.pop("agency"), by=request.actor, at=calendar.now(), **facts
        ),
        done="Đã thêm vào chương trình giám sát.", then=lambda made: reverse("supervision_programme", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def programme(request: AuthedRequest, pk: int) -> HttpResponse:
    """One supervision: visits and recommendations."""
    found, on = _programme(pk), calendar.today()
    asked = list(queries.recommendations().filter(programme=found))
    return render(request, "supervision/programme.html", {
        "programme": found, "visits": list(queries.visits(pk)),
        "asked": [(one, _clock(one.reply_due_on, on) if one.state == RecommendationState.OWED else None) for one in asked],
        "mine": access.scope(request.actor, Permission.SUPERVISE).covers(found.agency_id),
    })  # fmt: skip


@policy(Permission.SUPERVISE)
def visit(request: AuthedRequest, pk: int) -> HttpResponse:
    """Write down what was found at an institution."""
    found = _programme(pk)
    back = reverse("supervision_programme", args=[pk])
    return write(
        request, VisitForm(*data_of(request), on=calendar.today()), Asking("Ghi kết quả giám sát", "Ghi kết quả", back, found.title),
        lambda facts: operations.record_visit(
            programme_id=pk, file=upload(facts.pop("file")), by=request.actor, at=calendar.now(), **facts
        ),
        done="Đã ghi kết quả giám sát.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.SUPERVISE)
def recommend(request: AuthedRequest, pk: int) -> HttpResponse:
    """Ask something of an institution."""
    found = _programme(pk)
    return write(
        request, RecommendationForm(*data_of(request), on=calendar.today()),
        Asking("Kiến nghị sau giám sát", "Gửi kiến nghị", reverse("supervision_programme", args=[pk]), found.title),
        lambda facts: operations.recommend(programme_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã gửi kiến nghị; nơi nhận có việc trả lời trong “Việc của tôi”.",
        then=lambda made: reverse("recommendation", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def recommendation(request: AuthedRequest, pk: int) -> HttpResponse:
    """One recommendation and its reply."""
    found = _recommendation(pk)
    owed = found.state == RecommendationState.OWED
    return render(request, "supervision/recommendation.html", {
        "one": found, "clock": _clock(found.reply_due_on, calendar.today()) if owed else None,
        "may_reply": owed and access.scope(request.actor, Permission.REPORT_OWN_WORK).covers(found.addressed_id),
        "may_close": found.state == RecommendationState.REPLIED
        and access.scope(request.actor, Permission.SUPERVISE).covers(found.programme.agency_id),
    })  # fmt: skip


@policy(Permission.REPORT_OWN_WORK)
def reply(request: AuthedRequest, pk: int) -> HttpResponse:
    """Reply to a recommendation."""
    found = _recommendation(pk)
    back = reverse("recommendation", args=[pk])
    return write(
        request, ReplyForm(*data_of(request)), Asking("Trả lời kiến nghị", "Gửi trả lời", back, found.text, "Kiến nghị"),
        lambda facts: operations.reply(recommendation_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã trả lời kiến nghị.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.SUPERVISE)
def done(request: AuthedRequest, pk: int) -> HttpResponse:
    """The supervisors find it carried out."""
    found = _recommendation(pk)
    back = reverse("recommendation", args=[pk])
    return write(
        request, DoneForm(*data_of(request)), Asking("Xác nhận đã thực hiện", "Xác nhận", back, found.text, "Kiến nghị"),
        lambda facts: operations.confirm_done(recommendation_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã xác nhận kiến nghị được thực hiện.", then=lambda _made: back,
    )  # fmt: skip


def _clock(due, on) -> tuple[str, str, str]:  # type: ignore[no-untyped-def]
    _urgency, state, text, until = reckon(due, on=on)
    return state.value, text, until


def _programme(pk: int):  # type: ignore[no-untyped-def]  # a row of the outreach room
    try:
        return queries.programme(pk)
    except ObjectDoesNotExist:
        raise Http404 from None


def _recommendation(pk: int):  # type: ignore[no-untyped-def]  # a row of the outreach room
    try:
        return queries.recommendation(pk)
    except ObjectDoesNotExist:
        raise Http404 from None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) == 4 else 0

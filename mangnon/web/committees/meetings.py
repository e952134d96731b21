"""Meetings: called, held, concluded; conclusions that become duties."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import policies as access
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans import queries as plans
from mangnon.plans.queries import committees as queries
from mangnon.plans.vocabulary import DutyState, MeetingState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.committees.forms import CallForm, ConclusionForm, DutyForm, MinutesForm
from mangnon.web.plans import pages
from mangnon.web.shell.writing import Asking, data_of, upload, write


@policy(Permission.RUN_COMMITTEES)
def call(request: AuthedRequest, pk: int) -> HttpResponse:
    """Call a meeting."""
    try:
        committee = queries.committee(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    return write(
        request, CallForm(*data_of(request)), Asking("Lập cuộc họp", "Lập cuộc họp", reverse("committee", args=[pk]), committee.name),
        lambda facts: operations.call_meeting(committee_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã lập cuộc họp.", then=lambda made: reverse("meeting", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def meeting(request: AuthedRequest, pk: int) -> HttpResponse:
    """One meeting: agenda, who came, minutes, conclusions, the duties they became and how far these are today."""
    found, on = _existing(pk), calendar.today()
    conclusions = queries.conclusions(pk)
    duties = plans.duties_named([one.task_id for one in conclusions if one.task_id], on=on)
    done = sum(one.state == DutyState.DONE for one in duties.values())
    runs = access.scope(request.actor, Permission.RUN_COMMITTEES).covers(found.committee.institution_id)
    held = found.state == MeetingState.HELD
    return render(request, "committees/meeting.html", {
        "meeting": found, "agenda": found.agenda.splitlines(), "runs": runs, "held": held,
        "conclusions": [(one, pages.row(duties[one.task_id], plan_url="") if one.task_id else None) for one in conclusions],
        "given": len(duties), "done": done, "present": queries.present(pk) if held else [], "today": on,
    })  # fmt: skip


@policy(Permission.RUN_COMMITTEES)
def minutes(request: AuthedRequest, pk: int) -> HttpResponse:
    """Write the minutes."""
    found, back = _existing(pk), reverse("meeting", args=[pk])
    members = [(one.pk, one.office) for one in queries.members(found.committee_id, on=found.on)]
    return write(
        request, MinutesForm(*data_of(request), members=members),
        Asking("Biên bản cuộc họp", "Ghi biên bản", back, found.title, "Cuộc họp"),
        lambda facts: operations.write_minutes(
            meeting_id=pk, minutes=facts["minutes"], present=facts["present"], conclusions=facts["conclusions"].splitlines(),
            minutes_file=upload(facts["minutes_file"]), by=request.actor, at=calendar.now(),
        ),
        done="Đã ghi biên bản; giao từng kết luận thành nhiệm vụ.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.RUN_COMMITTEES)
def conclude(request: AuthedRequest, pk: int) -> HttpResponse:
    """Add a conclusion."""
    found, back = _existing(pk), reverse("meeting", args=[pk])
    return write(
        request, ConclusionForm(*data_of(request)), Asking("Thêm kết luận", "Thêm kết luận", back, found.title, "Cuộc họp"),
        lambda facts: operations.add_conclusion(meeting_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã thêm kết luận.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.RUN_COMMITTEES)
def make_duty(request: AuthedRequest, pk: int) -> HttpResponse:
    """Make a duty of a conclusion, with the agency that leads it and its day."""
    try:
        found = queries.conclusion(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    back = reverse("meeting", args=[found.meeting_id])
    data, files = data_of(request)
    on = calendar.today()
    people = [
        (one.user.username, f"{one.user.full_name}, {one.office}")
        for one in queries.members(found.meeting.committee_id, on=on)
        if one.user
    ]  # fmt: skip
    form = DutyForm(data, files, on=on, people=people, initial={"summary": found.text.strip(" .")})
    return write(
        request, form, Asking("Giao kết luận thành nhiệm vụ", "Giao nhiệm vụ", back, found.text, "Cuộc họp"),
        lambda facts: operations.make_duty(conclusion_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã giao thành nhiệm vụ; cơ quan chủ trì thấy việc này trong danh sách của mình.", then=lambda _made: back,
    )  # fmt: skip


def _existing(pk: int):  # type: ignore[no-untyped-def]  # a row of the plans room
    try:
        return queries.meeting(pk)
    except ObjectDoesNotExist:
        raise Http404 from None

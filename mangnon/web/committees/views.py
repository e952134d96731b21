"""Committees of the city and the communes, one committee, its members."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import policies as access
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans.queries import committees as queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.committees.forms import CommitteeForm, ReleaseForm, SeatForm
from mangnon.web.shell.writing import Asking, data_of, own_agencies, upload, write


@policy(Permission.SEE_PLANS)
def committees(request: AuthedRequest) -> HttpResponse:
    """Committees that exist today, and the communes that have none."""
    on = calendar.today()
    found = list(queries.committees(on=on))
    having = {one.institution_id for one in found}
    without = [one for one in institutions.communes(on=on) if one.pk not in having]
    return render(request, "committees/list.html", {
        "rows": found, "without": without, "may_run": bool(access.scope(request.actor, Permission.RUN_COMMITTEES)),
    })  # fmt: skip


@policy(Permission.RUN_COMMITTEES)
def add(request: AuthedRequest) -> HttpResponse:
    """Write down a committee."""
    return write(
        request, CommitteeForm(*data_of(request), places=_places(request.actor)),
        Asking("Thêm ban điều hành, nhóm thường trực", "Thêm", reverse("committees"), crumb="Ban điều hành, họp"),
        lambda facts: operations.form_committee(
            rules_file=upload(facts.pop("rules_file")), by=request.actor, at=calendar.now(), **facts
        ),
        done="Đã ghi; thêm thành viên theo quyết định.", then=lambda made: reverse("committee", args=[made.pk]),
    )  # fmt: skip


@policy(Permission.SEE_PLANS)
def committee(request: AuthedRequest, pk: int) -> HttpResponse:
    """One committee: members, meetings, how many conclusions became duties."""
    found = _existing(pk)
    meetings = list(queries.meetings(pk))
    return render(request, "committees/committee.html", {
        "committee": found, "members": queries.members(pk, on=calendar.today()), "meetings": meetings,
        "may_run": access.scope(request.actor, Permission.RUN_COMMITTEES).covers(found.institution_id),
    })  # fmt: skip


@policy(Permission.RUN_COMMITTEES)
def seat(request: AuthedRequest, pk: int) -> HttpResponse:
    """Add a member."""
    found, back = _existing(pk), reverse("committee", args=[pk])
    return write(
        request, SeatForm(*data_of(request), on=calendar.today()), Asking("Thêm thành viên", "Thêm thành viên", back, found.name),
        lambda facts: operations.seat_member(committee_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã thêm thành viên.", then=lambda _made: back,
    )  # fmt: skip


@policy(Permission.RUN_COMMITTEES)
def release(request: AuthedRequest, pk: int) -> HttpResponse:
    """A member leaves."""
    try:
        member = queries.member(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    back = reverse("committee", args=[member.committee_id])
    return write(
        request, ReleaseForm(*data_of(request)), Asking("Thôi tham gia", "Ghi thôi tham gia", back, member.office),
        lambda facts: operations.release_member(member_id=pk, by=request.actor, at=calendar.now(), **facts),
        done="Đã ghi thôi tham gia.", then=lambda _made: back,
    )  # fmt: skip


def _places(actor: Actor) -> list[tuple[int, str]]:
    """For whom the actor may write down a committee: the city and every commune, or the own commune."""
    if access.scope(actor, Permission.RUN_COMMITTEES).everything:
        on = calendar.today()
        city = institutions.city(on=on)
        return [(city.pk, city.name), *((one.pk, one.name) for one in institutions.communes(on=on))]
    return own_agencies(actor, Permission.RUN_COMMITTEES)


def _existing(pk: int):  # type: ignore[no-untyped-def]  # a row of the plans room
    try:
        return queries.committee(pk)
    except ObjectDoesNotExist:
        raise Http404 from None

"""Conclusions of meetings that nobody has made a duty of; committees a reorganisation brought together."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.vietnamese import number, short_date
from mangnon.plans.queries import committees
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    if not rules.may(actor, Permission.RUN_COMMITTEES):
        return
    for meeting, conclusions in groupby(committees.conclusions_without_duty(actor), key=lambda one: one.meeting):
        yield WorkItem.undated(
            title=f"Giao {number(len(list(conclusions)))} kết luận cuộc họp thành nhiệm vụ",
            detail=f"{meeting.committee.name}, họp ngày {short_date(meeting.on)}", action="Giao nhiệm vụ",
            url=reverse("meeting", args=[meeting.pk]),
        )  # fmt: skip
    for first, *others in committees.together(actor, on=on):
        yield WorkItem.undated(
            title=f"Giữ một, kết thúc {number(len(others))} {first.get_kind_display().lower()} trùng nhau",
            detail=f"{first.institution.name}: {', '.join(one.name for one in (first, *others))}"[:200], action="Xem ban, nhóm",
            url=reverse("committee", args=[others[-1].pk]),
        )  # fmt: skip

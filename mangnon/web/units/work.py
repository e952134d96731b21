"""Splits that an act left open: whoever may decide has them in the list, as one thing to do."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    if not rules.may(actor, Permission.DECIDE_SUCCESSION):
        return
    split = list(queries.open_splits())
    if split:
        yield WorkItem.undated(
            title=f"Quyết định nơi tiếp nhận của {len(split)} đơn vị, cơ quan đã tách",
            detail="; ".join(one.name for one in split),
            action="Mở danh sách",
            url=reverse("units") + "#cho-quyet-dinh",
        )

"""Children handed over by another commune, as work."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.register import queries
from mangnon.web.shell.work import WorkItem

SHOWN = 10


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """One item for each child that waits for its receipt; none for those who only look after the whole city."""
    scope = policies.scope(actor, Permission.EDIT_CHILDREN)
    if not scope or scope.everything:
        return
    for one in queries.hand_overs_waiting(actor)[:SHOWN]:
        place = one.from_unit.name
        yield WorkItem.undated(
            title=f"Tiếp nhận trẻ chuyển đến, hồ sơ {one.child.code}",
            detail=f"{place} bàn giao, chuyển ngày {one.happened_on:%d/%m/%Y}",
            action="Mở hồ sơ", url=reverse("child", args=[one.child_id]),
        )  # fmt: skip

"""Rows that wait for a person, as work."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake import queries
from mangnon.lib import vietnamese
from mangnon.web.shell.work import WorkItem

SHOWN = 5


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """One item for each list with rows to correct, newest first."""
    if not policies.scope(actor, Permission.IMPORT_LISTS):
        return
    for batch in queries.waiting_lists(actor)[:SHOWN]:
        where = batch.commune.name if batch.commune else "nhiều xã, phường"
        yield WorkItem.undated(
            title=f"{vietnamese.number(batch.waiting)} dòng cần sửa trong danh sách số {batch.pk}",
            detail=f"{where}, nhận ngày {batch.received_at:%d/%m/%Y}",
            action="Sửa các dòng", url=reverse("import_batch", args=[batch.pk]),
        )  # fmt: skip

"""Answers to proposals that are overdue."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts.records import Actor
from mangnon.plans.queries import laws
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    for late in laws.law_answers_late(actor, on=on):
        yield WorkItem.by_day(
            late.reply_due_on or on, on=on, title=f"Hỏi lại {late.addressed_to} về kiến nghị sửa văn bản", detail=late.instrument,
            action="Xem kiến nghị", url=reverse("law_proposal", args=[late.pk]),
        )  # fmt: skip

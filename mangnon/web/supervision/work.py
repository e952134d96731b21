"""Replies owed to the Front, opinions owed by it."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts.records import Actor
from mangnon.outreach import queries
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    for owed in queries.replies_owed(actor):
        yield WorkItem.by_day(
            owed.reply_due_on, on=on, title="Trả lời kiến nghị sau giám sát",
            detail=f"{owed.programme.agency.name}: {owed.programme.title}",
            action="Trả lời", url=reverse("recommendation", args=[owed.pk]),
        )  # fmt: skip
    for asked in queries.opinions_owed(actor):
        yield WorkItem.by_day(
            asked.opinion_due_on, on=on, title=f"Phản biện: {asked.draft}", detail=f"{asked.drafter.name} đề nghị", action="Cho ý kiến",
            url=reverse("criticism", args=[asked.pk]),
        )  # fmt: skip
    for given in queries.explanations_owed(actor):
        yield WorkItem.by_day(
            given.answer_due_on or on, on=on, title=f"Tiếp thu, giải trình: {given.draft}", detail=f"Ý kiến của {given.critic.name}",
            action="Giải trình", url=reverse("criticism", args=[given.pk]),
        )  # fmt: skip

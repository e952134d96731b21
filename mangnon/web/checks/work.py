"""Requirements after checks that wait to be met."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts.records import Actor
from mangnon.plans.queries import checks
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    for owed in checks.requirements_owed(actor):
        name = owed.institution.name if owed.institution else ""
        yield WorkItem.by_day(
            owed.due_on or on, on=on, title="Làm theo yêu cầu sau kiểm tra", detail=f"{name}: {owed.requirement}", action="Báo đã làm",
            url=reverse("check", args=[owed.pk]),
        )  # fmt: skip

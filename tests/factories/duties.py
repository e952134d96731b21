"""Duties to work with: given directly by the lead department, with a deadline, to an agency that has people."""

from datetime import datetime

from mangnon.accounts.records import SYSTEM, Actor
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.calendar import day_of
from mangnon.plans import operations, queries
from mangnon.plans.models import Occurrence, Task
from mangnon.plans.vocabulary import DutyEvent
from tests.factories.people import AT


def agency(code: str = "so-gddt", *, at: datetime = AT):
    """An agency of today by its code."""
    return institutions.by_code(code, on=day_of(at), kind=Kind.AGENCY)


def given(
    summary: str = "Lập lộ trình phổ cập mầm non", *, lead=None, due: str = "trước ngày 01/12/2026", by: Actor = SYSTEM, at: datetime = AT,
    responsible: str = "", function: str = "",
) -> Task:  # fmt: skip
    """A duty given directly by the lead department; it runs at once."""
    lead = lead or agency(at=at)
    return operations.new_task(
        summary=summary, lead_id=lead.pk, issuer_id=agency("so-y-te", at=at).pk, due_words=due, responsible=responsible, function=function,
        by=by, at=at,
    )  # fmt: skip


def run_of(task: Task, *, turn: str = "") -> Occurrence:
    """Its occurrence of a period."""
    return Occurrence.objects.get(task=task, turn=turn)


def step(task: Task, event: DutyEvent, *, by: Actor, at: datetime = AT, words: str = "", lead=None) -> Occurrence:
    """One step of the running occurrence."""
    return operations.move(task_id=task.pk, institution_id=(lead or task.lead).pk, event=event, words=words, by=by, at=at)


def seen(task: Task, *, at: datetime = AT, **facts):
    """The duty as pages see it on the day."""
    return queries.duty(task.pk, on=day_of(at), **facts)

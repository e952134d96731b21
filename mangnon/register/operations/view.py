"""Leaving a trace that somebody looked: at one child, at a list, at a copy taken away."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.register import models, queries
from mangnon.register.operations.subjects import subject_of


@transaction.atomic
def view(*, child_id: int, by: Actor, at: datetime) -> models.Child:
    """Open a child's record and leave an event (Luật 91/2025/QH15, Điều 19 khoản 2). Raises NoSuchChild outside the actor's place."""
    child = queries.child(by, child_id, on=by.on)
    audit.record(act=Act.CHILD_VIEWED, subject=subject_of(child), by=by, at=at)
    return child


@transaction.atomic
def note_list(*, shown: int, unit_code: str, by: Actor, at: datetime) -> None:
    """Leave an event that a list of children was shown: how many rows, of which commune."""
    subject = Subject(kind="children", id=unit_code or "92", label="Danh sách trẻ em", unit_code=unit_code)
    audit.record(act=Act.CHILDREN_LISTED, subject=subject, by=by, at=at, details={"found": shown})


@transaction.atomic
def note_export(*, rows: int, unit_code: str, by: Actor, at: datetime) -> None:
    """Leave an event that a copy of a list left the system."""
    subject = Subject(kind="children", id=unit_code or "92", label="Danh sách trẻ em", unit_code=unit_code)
    audit.record(act=Act.CHILDREN_EXPORTED, subject=subject, by=by, at=at, details={"rows": rows})

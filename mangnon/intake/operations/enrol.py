"""Entering the right rows of a list in the register, a piece at a time. Entering a list again changes nothing."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Count
from django.db.models.functions import Now

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import formats
from mangnon.intake.models import Batch
from mangnon.intake.operations import entering_together
from mangnon.intake.operations.locking import locked
from mangnon.intake.operations.read import nothing
from mangnon.intake.operations.ready import enrol_rows
from mangnon.intake.operations.receive import ENROL, subject_of
from mangnon.intake.vocabulary import BatchState as State
from mangnon.intake.vocabulary import Kind, RowState
from mangnon.lib import hands, later
from mangnon.lib.fetching import objects
from mangnon.lib.refusals import Refusal
from mangnon.register.vocabulary.people import Outcome

LONG = 20_000  # rows for which it pays to call more hands


class NotReady(Refusal):
    """The list is still being read, or was withdrawn."""


@transaction.atomic
def accept(*, batch_id: int, by: Actor, at: datetime) -> Batch:
    """Say yes to the right rows of a list; the worker enters them. Rows that wait stay."""
    batch = _accept(batch_id, by=by, at=at)
    later.run(ENROL, once=f"batch:{batch.pk}", batch=batch.pk)
    return batch


def enrol_batch(*, batch_id: int, by: Actor, at: datetime, between: Callable[[], None] = nothing) -> dict[str, int]:
    """Enter every row that is ready; how many rows of the list became new children, changed known ones, changed nothing.

    One transaction a piece: killed in the middle, the next call goes on with the rows left. `between` is called after each piece.
    """
    batch = _accept(batch_id, by=by, at=at)
    if _for_many_hands(batch):
        with closing(entering_together.enter(batch, by=by, at=at)) as steps:  # hands go when `between` breaks off
            for _ in steps:
                between()
    while _some(batch, by=by, at=at):
        between()
    return _close(batch.pk, by=by, at=at)


@transaction.atomic
def _accept(batch_id: int, *, by: Actor, at: datetime) -> Batch:
    batch = locked(batch_id)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if batch.commune_id:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=batch.commune_id)
    if batch.state not in {State.CHECKED, State.ENROLLING, State.ENROLLED}:
        raise NotReady(f"Danh sách số {batch.pk} {State(batch.state).label.lower()} nên chưa ghi được dòng nào.")
    if batch.state == State.CHECKED:
        batch.accepted_by, batch.accepted_by_label, batch.accepted_at = by.id, by.label, at
        audit.record(act=Act.BATCH_ACCEPTED, subject=subject_of(batch), by=by, at=at)
    batch.state, batch.stage_at, batch.step_at = State.ENROLLING, at, at
    batch.stage_from = batch.rows.filter(state=RowState.ENROLLED).count()
    batch.save()
    return batch


@transaction.atomic
def _some(batch: Batch, *, by: Actor, at: datetime) -> bool:
    """Enter the next piece; False when nothing is ready any more."""
    batch = locked(batch.pk)
    rows = objects(batch.rows.filter(state=RowState.READY).order_by("number")[: entering_together.SIZE])
    if not rows or batch.state != State.ENROLLING:
        return False
    enrol_rows(batch, rows, by=by, at=at)
    Batch.objects.filter(pk=batch.pk).update(step_at=Now())
    return True


def _for_many_hands(batch: Batch) -> bool:
    """Whether there are more hands, and the list is long enough for them and of a kind whose rows tell by themselves which children
    they may be. They see only what is committed.
    """
    if not hands.how_many() or connection.in_atomic_block or formats.named(batch.format_code).kind is not Kind.ENROLS:
        return False
    return batch.rows.filter(state=RowState.READY).count() >= LONG


@transaction.atomic
def _close(batch_id: int, *, by: Actor, at: datetime) -> dict[str, int]:
    """What became of the rows of the whole list."""
    batch = locked(batch_id)
    told = dict(batch.rows.exclude(outcome="").order_by().values_list("outcome").annotate(n=Count("id")))
    counts = {outcome.value: told.get(outcome.value, 0) for outcome in Outcome}
    if batch.state == State.ENROLLING:
        batch.state = State.ENROLLED
        batch.save(update_fields=["state"])
        audit.record(act=Act.BATCH_ENROLLED, subject=subject_of(batch), by=by, at=at, details=dict(counts))
    return counts

"""Entering a long list with several hands: rows that may be one child or live in one household stay with one of them (rules.lanes)."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now
from psycopg.errors import DeadlockDetected, IntegrityError

from mangnon.accounts.records import Actor
from mangnon.intake.models import Batch, Row
from mangnon.intake.operations.ready import enrol_rows, source_of
from mangnon.intake.rules import lanes
from mangnon.intake.vocabulary import BatchState, RowState
from mangnon.lib import hands
from mangnon.lib.copying import among
from mangnon.lib.fetching import objects
from mangnon.register.operations import sources, turns

SIZE = 2_000  # rows entered in one transaction
STRETCH = 100_000  # rows dealt out at once
TRIES = 4  # of a piece that meets in the register what another has just written


@dataclass
class Entering:
    """A hand that enters rows of one list, told by their keys; False when the list is no longer being entered."""

    batch_id: int
    by: Actor
    at: datetime

    def __call__(self, row_ids: Sequence[int]) -> bool:
        for _ in range(TRIES - 1):
            try:
                return self._enter(row_ids)
            except DatabaseError as error:
                if not isinstance(error.__cause__, DeadlockDetected | IntegrityError):
                    raise
        return self._enter(row_ids)

    @transaction.atomic
    def _enter(self, row_ids: Sequence[int]) -> bool:
        batch = _kept_as_it_is(self.batch_id)
        if batch.state != BatchState.ENROLLING:
            return False
        ready = Row.objects.filter(pk__in=among(row_ids), state=RowState.READY)  # asked by list too, every row of the list would be read
        enrol_rows(batch, sorted(objects(ready), key=attrgetter("number")), by=self.by, at=self.at, together=True)
        return True


def entering(batch_id: int, by: Actor, at: datetime) -> Entering:
    """Begin the work of a hand."""
    return Entering(batch_id, by, at)


def enter(batch: Batch, *, by: Actor, at: datetime) -> Generator[None]:
    """Enter every row that is ready, one step after each piece. Enters nothing while another list has all hands."""
    with turns.together() as ours:
        if not ours:
            return
        with transaction.atomic():  # hands that wrote it down at once would wait for each other
            sources.row_for(source_of(batch), by=by, at=at)
        with hands.hands(hands.how_many(), entering, batch.pk, by, at) as crew:
            while dealt := _dealt(batch, len(crew)):
                for still_ours in _enter(dict(zip(crew, dealt, strict=False))):
                    if not still_ours:
                        return
                    Batch.objects.filter(pk=batch.pk).update(step_at=Now())
                    yield


def _dealt(batch: Batch, count: int) -> list[list[int]]:
    """The rows ready next, dealt out to so many hands."""
    fields = ("pk", "kin", "identity", "personal_number", "child_id", "earlier_id")
    ready = batch.rows.filter(state=RowState.READY).order_by("number").values_list(*fields)[:STRETCH]
    return lanes.lanes((lanes.Bonds(*row) for row in ready.iterator()), count)


def _enter(lane_of: dict[hands.Hand, list[int]]) -> Iterator[bool]:
    """Each hand enters its lane, a piece at a time; what came of each piece."""
    left = {hand: [lane[start : start + SIZE] for start in range(0, len(lane), SIZE)] for hand, lane in lane_of.items()}
    for hand, pieces in left.items():
        hand.tell(pieces.pop(0))
    while busy := [hand for hand in left if hand.busy]:
        hand = hands.first_done(busy)
        answer = hand.answer()
        if left[hand]:
            hand.tell(left[hand].pop(0))
        yield answer


def _kept_as_it_is(batch_id: int) -> Batch:
    """The list, which nobody may take or lock before the transaction ends; other hands may hold it too."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {Batch._meta.db_table} WHERE id = %s FOR KEY SHARE", [batch_id])
    return Batch.objects.select_related("commune").get(pk=batch_id)

"""Reading a long list with several hands: pieces are understood and checked beside one another, and stored in the order of the file.

So what is stored is at every moment the beginning of the list, and a killed process goes on where it was.
"""

from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mangnon.accounts.records import Actor
from mangnon.intake.models import Batch
from mangnon.intake.operations import chunks
from mangnon.intake.vocabulary import BatchState
from mangnon.lib import hands


class Prepare(NamedTuple):
    """Told to a hand: understand and check this; `first`: nothing of the list has been read before."""

    piece: chunks.Piece
    first: bool


class Store(NamedTuple):
    """Told to a hand whose turn it is: store what you have prepared, if the list as stored is this one."""

    batch: Batch


@dataclass
class Preparing:
    """A hand that reads: told to prepare a piece, then to store it."""

    batch: Batch
    by: Actor
    on: date
    chunk: chunks.Chunk | None = None

    def __call__(self, told: Prepare | Store) -> Batch | None:
        if isinstance(told, Store):
            assert self.chunk is not None
            return chunks.keep(told.batch, self.chunk)
        self.chunk = chunks.prepare(told.piece, self.batch, first=told.first, by=self.by, on=self.on)
        return None


def preparing(batch_id: int, by: Actor, on: date) -> Preparing:
    """Begin the work of a hand."""
    return Preparing(Batch.objects.select_related("commune").get(pk=batch_id), by, on)


def read(batch: Batch, pieces: Iterator[chunks.Piece], *, by: Actor, on: date) -> Generator[Batch]:
    """Read the pieces; the list after each that is stored. Ends early when the list is no longer being read."""
    todo = (Prepare(piece, first=not batch.row_count and not place) for place, piece in enumerate(pieces))
    with hands.hands(hands.how_many(), preparing, batch.pk, by, on) as crew:
        waiting = deque(hand for hand in crew if _told(hand, todo))
        while waiting:
            hand = waiting.popleft()
            hand.answer()
            hand.tell(Store(batch))
            batch = hand.answer()
            yield batch
            if batch.state != BatchState.READING:
                return
            if _told(hand, todo):
                waiting.append(hand)


def _told(hand: hands.Hand, todo: Iterator[Prepare]) -> bool:
    """Give a hand the next piece, if there is one."""
    prepare = next(todo, None)
    if prepare is not None:
        hand.tell(prepare)
    return prepare is not None

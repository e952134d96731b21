"""Read and check a list that was sent."""

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.jobs import pause
from mangnon.jobs.people import Gone, acting
from mangnon.lib import calendar

NAME = "intake.read"
QUEUE = "lists"


def run(batch: int) -> None:
    at = calendar.now()
    try:
        by = acting(queries.asked_by(batch).received, on=calendar.day_of(at))
    except Gone as gone:
        operations.refuse(batch_id=batch, why=gone, by=SYSTEM, at=at)
        return
    operations.read_batch(batch_id=batch, by=by, at=at, between=pause.here)

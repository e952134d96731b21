"""Enter the right rows of an accepted list."""

from mangnon.intake import operations, queries
from mangnon.jobs import pause
from mangnon.jobs.people import acting
from mangnon.lib import calendar

NAME = "intake.enrol"
QUEUE = "lists"


def run(batch: int) -> None:
    at = calendar.now()
    by = acting(queries.asked_by(batch).accepted, on=calendar.day_of(at))
    operations.enrol_batch(batch_id=batch, by=by, at=at, between=pause.here)

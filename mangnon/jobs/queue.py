"""The queue in PostgreSQL (Procrastinate): jobs are rows, written in the transaction of who asks, taken by one worker at a time."""

from functools import cache

from django.db import transaction
from procrastinate import App, exceptions
from procrastinate.contrib.django.django_connector import DjangoConnector

from mangnon.jobs import tasks
from mangnon.lib.later import Plain


def put(job: str, arguments: dict[str, Plain], once: str = "") -> None:
    """Queue a job in the present transaction. Asked twice with one word `once` before it begins, it is queued once."""
    queue = tasks.named(job).queue
    deferrer = _app().configure_task(job, queue=queue, queueing_lock=once or None, lock=once or None)
    try:
        with transaction.atomic():  # a refusal of the database must not spoil the caller's transaction
            deferrer.defer(**arguments)
    except exceptions.AlreadyEnqueued:
        pass


def now(job: str, arguments: dict[str, Plain], once: str = "") -> None:
    """Do the job at once instead of queueing it: for a caller that wants to wait."""
    tasks.named(job).run(**arguments)


@cache
def _app() -> App:
    """What asks: it writes through Django's connection, so a job belongs to the transaction around it."""
    return App(connector=DjangoConnector())

"""The process that does the jobs.

It dies without loss: a job whose process stopped giving signs of life is put back by the next one (`rescue`). Asked to stop, it lets
running jobs end or pause between two steps (`pause.here`), and goes after a few seconds in any case.
"""

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connections
from procrastinate import App, RetryStrategy, exceptions
from procrastinate.contrib.django import DjangoApp
from procrastinate.contrib.django.utils import connector_params
from procrastinate.jobs import Status
from procrastinate.psycopg_connector import PsycopgConnector

from mangnon.jobs import clock, pause, tasks

BEAT = 5  # seconds between signs of life
SILENCE = 20  # seconds without one, and a process counts as dead; a long computation may hold the beat up for a while
ROUND = 10  # seconds between looks for jobs of dead processes
GRACE = 8  # seconds running jobs have to end or pause when asked to stop
ATTEMPTS = 6
AT_ONCE = 2

log = logging.getLogger(__name__)


def work(*, parent: int | None = None) -> None:
    """Do jobs until told to stop (SIGTERM, SIGINT); with `parent`, also when that process is gone."""
    asyncio.run(_work(build(connector()), parent=parent))


def connector() -> PsycopgConnector:
    """Connections of the worker itself; jobs use Django's."""
    return PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=AT_ONCE + 2)


def build(connector: Any) -> App:
    """The application with every kind of job and the clock."""
    options: dict[str, Any] = {
        "concurrency": AT_ONCE, "update_heartbeat_interval": BEAT, "stalled_worker_timeout": SILENCE, "delete_jobs": "successful",
        "shutdown_graceful_timeout": GRACE, "install_signal_handlers": False, "fetch_job_polling_interval": 2,
    }  # fmt: skip
    app = DjangoApp(connector=connector, worker_defaults=options)  # type: ignore[arg-type]
    again = RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=4)
    for task in tasks.every().values():
        app.task(name=task.name, queue=task.queue, retry=again)(_with_its_own_connection(task.run))
    for line in clock.LINES:
        beat = app.task(name=f"clock:{line.job}", queue=tasks.named(line.job).queue, queueing_lock=f"clock:{line.job}")
        app.periodic(cron=line.cron)(beat(_with_its_own_connection(_timed(line.job))))
    return app


def _with_its_own_connection(run: Callable[..., object]) -> Callable[..., None]:
    """A job runs in a thread of its own; the thread's connection ends with the job, not when Python finds it lost."""

    @wraps(run)
    def job(*args: object, **kwargs: object) -> None:
        try:
            run(*args, **kwargs)
        finally:
            connections.close_all()

    return job


def _timed(job: str) -> Callable[[int], None]:
    def run(timestamp: int) -> None:
        tasks.named(job).run()

    return run


async def rescue(app: App, *, silence: float = SILENCE) -> int:
    """Put back the jobs of processes that died; give one up that has brought its process down again and again. How many were found."""
    manager = app.job_manager
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=silence))
    for job in stalled:
        with contextlib.suppress(exceptions.ConnectorException):  # another worker was faster
            if job.attempts >= ATTEMPTS:
                log.error("job %s (%s) given up after %s attempts", job.id, job.task_name, job.attempts)
                await manager.finish_job(job, status=Status.FAILED, delete_job=False)
            else:
                log.warning("job %s (%s) was cut off; it is done again", job.id, job.task_name)
                await manager.retry_job(job)
    return len(stalled)


async def _work(app: App, *, parent: int | None) -> None:
    pause.begin()
    loop = asyncio.get_running_loop()
    async with app.open_async():
        working = asyncio.create_task(app.run_worker_async())

        def stop() -> None:
            if not pause.asked():
                pause.end()
                working.cancel()
                loop.call_later(GRACE + 2, os._exit, 0)  # a job deep in one step cannot be stopped; it is rescued later

        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, stop)
        beside = [asyncio.create_task(_rescue_for_ever(app))]
        if parent:
            beside.append(asyncio.create_task(_watch(parent, stop)))
        with contextlib.suppress(asyncio.CancelledError):
            await working
        for task in beside:
            task.cancel()


async def _rescue_for_ever(app: App) -> None:
    while True:
        await rescue(app)
        await asyncio.sleep(ROUND)


async def _watch(parent: int, stop: Callable[[], None]) -> None:
    """End with the process that started this one, even if it was killed."""
    while os.getppid() == parent:
        await asyncio.sleep(1)
    stop()

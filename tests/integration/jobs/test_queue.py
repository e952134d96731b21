"""Jobs are asked for in the caller's transaction, done once when asked twice, and done again when their process died."""

import asyncio
from datetime import timedelta

import pytest
from django.db import connection, transaction
from procrastinate import App

from mangnon.jobs import clock, old, pause, queue, tasks, worker
from mangnon.lib import later
from mangnon.lib.refusals import Refusal

DONE: list[dict[str, object]] = []


def _note(**arguments):
    if arguments.get("fails"):
        DONE.append({"failed": True})
        raise RuntimeError("cannot")
    pause.here()
    DONE.append(arguments)


@pytest.fixture(autouse=True)
def _one_more_kind(monkeypatch):
    DONE.clear()
    kinds = {**tasks.every(), "tests.note": tasks.Task("tests.note", _note)}
    monkeypatch.setattr(tasks, "every", lambda: kinds)


def waiting() -> list[tuple[str, dict[str, object], str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args, status FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def run_what_waits() -> None:
    async def run(app: App) -> None:
        async with app.open_async():
            await app.run_worker_async(wait=False, listen_notify=False)

    asyncio.run(run(worker.build(worker.connector())))


def in_the_worker(what):
    async def run(app: App):
        async with app.open_async():
            return await what(app)

    return asyncio.run(run(worker.build(worker.connector())))


@pytest.mark.django_db
def test_a_job_waits_with_its_arguments():
    later.run("tests.note", batch=7)
    assert [(name, status) for name, _, status in waiting()] == [("tests.note", "todo")]
    assert '"batch": 7' in waiting()[0][1]


@pytest.mark.django_db
def test_a_transaction_that_fails_leaves_no_job():
    def ask_and_fail():
        with transaction.atomic():
            later.run("tests.note", batch=7)
            raise Refusal("không ghi")

    with pytest.raises(Refusal):
        ask_and_fail()
    assert waiting() == []


@pytest.mark.django_db
def test_asked_twice_with_one_word_it_waits_once_and_the_transaction_goes_on():
    later.run("tests.note", once="batch:7", batch=7)
    later.run("tests.note", once="batch:7", batch=7)
    later.run("tests.note", once="batch:8", batch=8)
    assert len(waiting()) == 2


@pytest.mark.django_db
def test_an_unknown_job_is_refused_when_it_is_asked_for():
    with pytest.raises(tasks.UnknownJob, match="không-có"):
        later.run("không-có")


def test_now_does_it_at_once():
    queue.now("tests.note", {"batch": 7})
    assert DONE == [{"batch": 7}]


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_waits_and_forgets_it():
    later.run("tests.note", batch=7)
    later.run("tests.note", batch=8)
    run_what_waits()
    assert sorted(done["batch"] for done in DONE) == [7, 8]
    assert waiting() == []


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_is_tried_again_later():
    later.run("tests.note", fails=True)
    run_what_waits()
    assert DONE == [{"failed": True}]
    with connection.cursor() as cursor:
        cursor.execute("SELECT status, attempts, scheduled_at > now() FROM procrastinate_jobs")
        assert cursor.fetchall() == [("todo", 1, True)]


def _taken_by_a_process_that_died(attempts: int = 0) -> None:
    later.run("tests.note", batch=7)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id")
        (dead,) = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s", [dead, attempts])


@pytest.mark.django_db(transaction=True)
def test_the_job_of_a_dead_process_is_done_by_the_next():
    _taken_by_a_process_that_died()
    run_what_waits()
    assert DONE == []  # nobody takes it while it counts as running
    assert in_the_worker(worker.rescue) == 1
    run_what_waits()
    assert DONE == [{"batch": 7}]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_brings_every_process_down_is_given_up():
    _taken_by_a_process_that_died(attempts=worker.ATTEMPTS)
    in_the_worker(worker.rescue)
    assert [status for _, _, status in waiting()] == ["failed"]


@pytest.mark.django_db(transaction=True)
def test_a_job_paused_when_its_process_ends_stays_to_be_done():
    later.run("tests.note", batch=7)
    pause.end()
    try:
        run_what_waits()
    finally:
        pause.begin()
    assert DONE == []
    assert [status for _, _, status in waiting()] == ["todo"]


@pytest.mark.django_db
def test_old_jobs_are_forgotten_recent_ones_stay():
    later.run("tests.note", batch=7)
    later.run("tests.note", batch=8)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
        cursor.execute("UPDATE procrastinate_events SET at = now() - %s WHERE job_id = (SELECT min(id) FROM procrastinate_jobs)",
                       [timedelta(days=31)])  # fmt: skip
    old.forget(days=30)
    assert ['"batch": 8' in arguments for _, arguments, _ in waiting()] == [True]


def test_every_line_of_the_clock_names_a_job():
    assert [line.job for line in clock.LINES if line.job not in tasks.every()] == []


def test_hours_are_those_of_viet_nam():
    assert clock.daily("jobs.tidy", 7).cron == "0 0 * * *"
    assert clock.daily("jobs.tidy", 2, 30).cron == "30 19 * * *"
    assert clock.every_minutes("jobs.tidy", 15).cron == "*/15 * * * *"

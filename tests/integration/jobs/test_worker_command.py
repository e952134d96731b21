"""`mangnon worker` does the jobs, ends when told to, and ends with the process that started it; `mangnon serve` keeps one running."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection

from mangnon.cli.beside import beside
from mangnon.lib import later

pytestmark = pytest.mark.django_db(transaction=True)


def environment() -> dict[str, str]:
    """This process's database, the test one by name."""
    url = os.environ["DATABASE_URL"]
    name = connection.settings_dict["NAME"]
    return os.environ | {"DATABASE_URL": url.replace("/mangnon?", f"/{name}?", 1)}


def workers() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_workers")
        return cursor.fetchone()[0]


def until(what, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def jobs_left() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        return cursor.fetchone()[0]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "mangnon.cli.main", "worker", *arguments], env=environment())


def test_it_does_jobs_and_ends_when_told():
    later.run("jobs.tidy")
    with start() as process:
        until(lambda: jobs_left() == 0)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert workers() == 0


def test_it_ends_with_the_process_that_started_it():
    code = "import subprocess, sys, os, time\n" \
        "subprocess.Popen([sys.executable, '-m', 'mangnon.cli.main', 'worker', '--parent', str(os.getpid())])\ntime.sleep(60)"  # fmt: skip
    with subprocess.Popen([sys.executable, "-c", code], env=environment()) as parent:
        until(lambda: workers() == 1)
        parent.kill()
    until(lambda: workers() == 0)


def test_a_worker_that_was_killed_is_started_again(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", environment()["DATABASE_URL"])

    def pids() -> set[int]:
        found = subprocess.run(["ps", "-ww", "--ppid", str(os.getpid()), "-o", "pid=,args="], capture_output=True, text=True).stdout
        return {int(line.split()[0]) for line in found.splitlines() if "mangnon.cli.main worker" in line}

    with beside(["worker", "--parent", str(os.getpid())]):
        until(lambda: workers() == 1)
        (first,) = pids()
        os.kill(first, signal.SIGKILL)
        until(lambda: pids() and first not in pids())
        until(lambda: workers() == 2)  # the dead one's row is cleared when it has been silent for long enough
    assert pids() == set()

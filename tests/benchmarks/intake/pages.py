"""Pages of a real server timed while something else works in the same database."""

import os
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mangnon.accounts import queries
from mangnon.accounts.records import Actor
from tests.factories import people

_USERNAME = "lead-specialist-1"  # what `people` calls the first one
PAUSE = 0.2  # seconds between two pages, as somebody who looks things up


@dataclass(frozen=True)
class Server:
    """Where it listens, the cookie of somebody signed in, and the pages to look at."""

    address: str
    cookie: str
    pages: dict[str, str]

    def seconds(self, path: str) -> float:
        asked = urllib.request.Request(self.address + path, headers={"Cookie": self.cookie})
        begun = time.perf_counter()
        with urllib.request.urlopen(asked) as answer:
            answer.read()
        return time.perf_counter() - begun


@contextmanager
def served() -> Iterator[Server]:
    """`mangnon serve` without a worker on the database at hand; somebody of the lead department is signed in."""
    from mangnon.register.models import Child

    pk, name = Child.objects.order_by("id").values_list("id", "full_name")[:1][0]
    browser = people.browser(_specialist())
    cookie = "; ".join(f"{morsel.key}={morsel.value}" for morsel in browser.cookies.values())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(
        f"http://127.0.0.1:{port}", cookie,
        {"search": f"/tre-em/?tim={urllib.parse.quote(name)}", "record": f"/tre-em/{pk}/"},
    )  # fmt: skip
    command = [sys.executable, "-m", "mangnon.cli.main", "serve", "--port", str(port), "--no-worker"]
    with subprocess.Popen(command, env=dict(os.environ), stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(120):
                try:
                    server.seconds("/readyz")
                    break
                except (urllib.error.URLError, ConnectionError):
                    time.sleep(0.5)
            for path in server.pages.values():
                server.seconds(path)
            yield server
        finally:
            process.terminate()


def _specialist() -> Actor:
    """Somebody of the lead department; the one of an earlier run when there was one."""
    known = queries.user_named(_USERNAME)
    return queries.actor_for(known, on=people.TODAY) if known else people.lead_specialist()


class Watch:
    """Looks at pages while something works; nothing to look at without a server."""

    def __init__(self, server: Server | None) -> None:
        self.server = server

    def during(self, work: Callable[[], object]) -> dict[str, float]:
        """p95 of each page in seconds while `work` runs."""
        times: dict[str, list[float]] = {name: [] for name in self.server.pages} if self.server else {}
        stop = threading.Event()
        looking = threading.Thread(target=self._look, args=(times, stop))
        looking.start()
        try:
            work()
        finally:
            stop.set()
            looking.join()
        return {name: statistics.quantiles(seconds, n=20)[-1] for name, seconds in times.items()}

    def _look(self, times: dict[str, list[float]], stop: threading.Event) -> None:
        while self.server and not stop.wait(PAUSE):
            for name, path in self.server.pages.items():
                times[name].append(self.server.seconds(path))

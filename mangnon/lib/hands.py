"""More hands for long work: processes beside this one, each with Django and a database connection of its own.

They are not forked from this process: the worker of the queue runs jobs in threads, and a fork would keep locks that another thread held.
A process of their own, which has read the code once and does nothing else, is what they are forked from. A hand ends when nobody speaks
to it any more, so a killed process leaves none behind.
"""

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from django.conf import ENVIRONMENT_VARIABLE, settings

MOST = 4
_PATIENCE = 30  # seconds a hand has to end what it is doing
_NICE = 10  # whoever looks at a page goes before a long list
_YOUNG = 100_000  # new objects before cycles among them are looked for


class Work(Protocol):
    """What a hand does with each thing it is told."""

    def __call__(self, told: Any, /) -> Any: ...


class HandLost(Exception):
    """A process beside this one ended in the middle of its work."""


class Hand:
    """A process that does one thing after the other."""

    def __init__(self, channel: Connection) -> None:
        self._channel = channel
        self.busy = False

    def tell(self, told: object) -> None:
        """Give it something to do."""
        self.busy = True
        try:
            self._channel.send(told)
        except OSError as error:
            raise HandLost from error

    def answer(self) -> Any:
        """Wait for what came of it. Raises what the work raised, HandLost."""
        self.busy = False
        try:
            done, answer = self._channel.recv()
        except (EOFError, OSError) as error:
            raise HandLost from error
        if not done:
            raise answer
        return answer

    def fileno(self) -> int:
        """What to wait for."""
        return self._channel.fileno()

    def let_go(self) -> None:
        """Let it finish what it has begun, and go."""
        self._channel.close()


def how_many() -> int:
    """How many hands help on this machine: one for each processor, none where there is only one."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors, MOST) if processors > 1 else 0


def get_ready() -> None:
    """Begin to start what hands are forked from, while this process does something else; returns at once."""
    if how_many():
        _processes()
        forkserver.ensure_running()


def first_done(busy: Sequence[Hand]) -> Hand:
    """The first of some hands that has an answer."""
    by_channel = {hand.fileno(): hand for hand in busy}
    return by_channel[wait(list(by_channel))[0]]  # type: ignore[index]


@contextmanager
def hands(count: int, opening: Callable[..., Work], *arguments: object) -> Iterator[list[Hand]]:
    """So many hands; each calls `opening(*arguments)` once and what that returns for everything it is told.

    `opening` stands at the top of a module and is sent by name. Hands see what this process has committed, nothing else.
    """
    from django.db import connection

    place = _Place(os.environ[ENVIRONMENT_VARIABLE], dict(connection.settings_dict), str(settings.DATA_DIR))
    name = f"{opening.__module__}.{opening.__qualname__}"
    processes = _processes()
    started = []
    try:
        for _ in range(count):
            here, there = processes.Pipe()
            process = processes.Process(target=_work, args=(there, place, name, arguments), daemon=True)
            process.start()
            there.close()
            started.append((Hand(here), process))
        yield [hand for hand, _ in started]
    finally:
        for hand, _ in started:
            hand.let_go()
        for _, process in started:
            process.join(_PATIENCE)
            if process.is_alive():
                process.terminate()
                process.join()


def seldom_look_for_cycles() -> None:
    """What was loaded so far stays for good, and lists make many objects that die at once without cycles: looking for cycles among all of
    them took a fifth of a list's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)


class _Place(NamedTuple):
    """Where all hands work: the settings, the database, the data folder."""

    settings: str
    database: dict[str, Any]
    data: str


def _processes() -> ForkServerContext:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["mangnon.lib.hands_ready"])
    return processes


def _work(channel: Connection, place: _Place, opening: str, arguments: tuple[object, ...]) -> None:
    """The life of a hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal: the first one says when to stop
    os.nice(_NICE)
    os.environ[ENVIRONMENT_VARIABLE] = place.settings
    import django
    from django.utils.module_loading import import_string

    django.setup()
    from django.db import connection

    connection.settings_dict.update(place.database)
    settings.DATA_DIR = Path(place.data)
    work: Work = import_string(opening)(*arguments)
    seldom_look_for_cycles()
    try:
        while True:
            channel.send(_done(work, channel.recv()))
    except (EOFError, OSError):
        connection.close()


def _done(work: Work, told: object) -> tuple[bool, object]:
    try:
        return True, work(told)
    except Exception as error:
        return False, _sendable(error)


def _sendable(error: Exception) -> Exception:
    """The error as it is if it survives the way, else what it was called."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__module__}.{type(error).__qualname__}")
    return error

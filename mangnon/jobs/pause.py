"""Stopping a long job between two steps when its process ends."""

import threading

_ending = threading.Event()


class Paused(Exception):
    """The job stopped between two steps because its process ends; the next process goes on."""


def begin() -> None:
    """The process begins to work."""
    _ending.clear()


def end() -> None:
    """The process was asked to end."""
    _ending.set()


def asked() -> bool:
    """Whether the process was asked to end."""
    return _ending.is_set()


def here() -> None:
    """A good place to stop: everything done so far is kept. Raises Paused when the process was asked to end."""
    if _ending.is_set():
        raise Paused

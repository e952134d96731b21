"""How much memory the processes of a long work take."""

from threading import Event, Thread

import psutil

_EVERY = 0.2  # seconds


class Beside(Thread):
    """Watches the processes that this one starts, and those that they start."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._most = 0
        self._ended = Event()

    def run(self) -> None:
        here = psutil.Process()
        while not self._ended.wait(_EVERY):
            for process in here.children(recursive=True):
                try:
                    self._most = max(self._most, process.memory_info().rss)
                except psutil.Error:  # has just ended
                    continue

    def end(self) -> int:
        """The most bytes that one of them was seen to have, mapped files included."""
        self._ended.set()
        self.join()
        return self._most

"""A process beside the present one: started with it, started again when it dies, ended with it by its own number."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PATIENCE = 15  # seconds it has to end by itself
PAUSES = (0.2, 1.0, 5.0, 15.0)  # seconds before each new start while it keeps dying at once
STEADY = 60  # seconds alive after which a death counts as the first again


@contextmanager
def beside(arguments: Sequence[str]) -> Iterator[None]:
    """Keep `mangnon ARGUMENTS` running as a process of its own."""
    keeper = _Keeper([sys.executable, "-m", "mangnon.cli.main", *arguments])
    keeper.start()
    try:
        yield
    finally:
        keeper.end()


class _Keeper(threading.Thread):
    def __init__(self, command: list[str]) -> None:
        super().__init__(name="beside", daemon=True)
        self._command = command
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._mutex = threading.Lock()

    def run(self) -> None:
        deaths = 0
        while not self._ending.is_set():
            begun = time.monotonic()
            with self._mutex:
                if self._ending.is_set():
                    return
                self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            code = self._process.wait()
            if self._ending.is_set():
                return
            deaths = 0 if time.monotonic() - begun > STEADY else deaths
            print(f"Tiến trình việc nền dừng (mã {code}); khởi động lại.", file=sys.stderr, flush=True)
            self._ending.wait(PAUSES[min(deaths, len(PAUSES) - 1)])
            deaths += 1

    def end(self) -> None:
        """End the process: asked first, killed when it does not listen."""
        with self._mutex:
            self._ending.set()
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self.join(PATIENCE)

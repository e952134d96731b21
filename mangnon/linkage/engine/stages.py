"""Seconds and peak memory of each stage of a run."""

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stages:
    """Filled by `with stages("encode"):`; kept in order."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, float]] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            row = self.rows.setdefault(name, {"seconds": 0.0, "peak_mb": 0.0})
            row["seconds"] = round(row["seconds"] + time.perf_counter() - start, 3)
            row["peak_mb"] = round(peak_mb(), 1)


def peak_mb() -> float:
    """The most memory this process has held, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1024

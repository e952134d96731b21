"""Kinds of jobs, one file each, found by walking this folder: NAME ("intake.read"), `run(**arguments)`, and, where the usual does not
fit, QUEUE. A job is thin (parse, one operation) and idempotent: it may be cut off anywhere and is run again.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from mangnon.lib.refusals import Refusal

USUAL_QUEUE = "usual"


class UnknownJob(Refusal):
    """No kind of job has this name."""


@dataclass(frozen=True)
class Task:
    """One kind of job."""

    name: str
    run: Callable[..., object]
    queue: str = USUAL_QUEUE


@cache
def every() -> dict[str, Task]:
    """All kinds by name."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {module.NAME: Task(module.NAME, module.run, getattr(module, "QUEUE", USUAL_QUEUE)) for module in modules}


def named(name: str) -> Task:
    """The kind with a name. Raises UnknownJob."""
    if name not in every():
        raise UnknownJob(f"Không có việc nền tên “{name}”.")
    return every()[name]

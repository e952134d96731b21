"""Rules of checking, one file each: a docstring that says the rule and its căn cứ, and `check(row, context)` giving findings.

Discovered by walking this folder; the file's name is the rule's name. A check is pure and asks nothing but the row and the context.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from mangnon.intake.records import Context, Finding, ReadRow

type Check = Callable[[ReadRow, Context], Iterable[Finding]]


@cache
def every() -> dict[str, Check]:
    """All rules by name, in the order of names."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").check for name in names}


def run(row: ReadRow, context: Context) -> list[Finding]:
    """Everything the rules find in a row, each finding with its rule's name."""
    return [replace(finding, rule=name) for name, check in every().items() for finding in check(row, context)]

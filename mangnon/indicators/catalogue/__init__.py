"""The catalogue of chỉ tiêu: one file each, found by walking this folder.

A member declares CHAPTER, ORDER, TITLE, MEASURE, VERSION, CITATION, `numerator(snapshot)` and, for a share, OVER = the code of the
indicator whose numerator is its denominator; SENSITIVITY where small counts must be kept. Its docstring is the definition shown to
people. Its code is the name of the file. A family of alike indicators declares `members()` instead. VERSION rises whenever the
meaning of the count changes, so that older runs stay what they were.
"""

import importlib
import inspect
import pkgutil
from functools import cache
from types import ModuleType

from mangnon.indicators.records import Indicator
from mangnon.indicators.vocabulary import Sensitivity


@cache
def indicators() -> tuple[Indicator, ...]:
    """All of them, in the order of the table."""
    found: list[Indicator] = []
    for entry in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{entry.name}")
        found += module.members() if hasattr(module, "members") else [_of(module, entry.name)]
    chapters = list(type(found[0].chapter))
    return tuple(sorted(found, key=lambda indicator: (chapters.index(indicator.chapter), indicator.order)))


def by_code(code: str) -> Indicator:
    """One of them. Raises KeyError."""
    return {indicator.code: indicator for indicator in indicators()}[code]


def _of(module: ModuleType, code: str) -> Indicator:
    return Indicator(
        code=code,
        chapter=module.CHAPTER,
        order=module.ORDER,
        title=module.TITLE,
        measure=module.MEASURE,
        definition=" ".join((inspect.getdoc(module) or "").split()),
        citation=module.CITATION,
        version=module.VERSION,
        sensitivity=getattr(module, "SENSITIVITY", Sensitivity.OPEN),
        numerator=module.numerator,
        over=getattr(module, "OVER", ""),
    )

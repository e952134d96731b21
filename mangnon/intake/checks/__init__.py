"""Rules of checking, one file each: a docstring that says the rule and its căn cứ, and `check(row, context)` giving findings.

Discovered by walking this folder; the file's name is the rule's name. A check is pure and asks nothing but the row and the context. It may
say where it applies: NEEDS = columns of which the format must have at least one, KIND = only lists that enrol or only lists that enrich,
FORMATS = only these lists. Without any of them it applies to every list. WITHIN_LIST = True: it compares the row with the others of its
list, so it is run once more when the whole list is stored. OF_COLUMN = True: it asks about a column; one answer may hold for all.
ALONE = True: what it finds is all there is to say of a row, which is passed over.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from types import ModuleType

from mangnon.intake.records import Context, Finding, Format, ReadRow
from mangnon.intake.vocabulary import Kind

CHILD_LIST = "child-list"  # the list a row without a format is of

type Check = Callable[[ReadRow, Context], Iterable[Finding]]


@cache
def _modules() -> dict[str, ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


@cache
def every() -> dict[str, Check]:
    """All rules by name, in the order of names."""
    return {name: module.check for name, module in _modules().items()}


@cache
def title(name: str) -> str:
    """What a rule is about, in words: the first sentence of its docstring."""
    words = (_modules()[name].__doc__ or name).strip().partition("\n")[0]
    return words.partition("; ")[0].rstrip(".")


@cache
def asks_of_column(name: str) -> bool:
    """Whether one answer may hold for every row of a column."""
    return getattr(_modules().get(name), "OF_COLUMN", False)


def of(layout: Format | None, *, new: bool = False) -> dict[str, Check]:
    """The rules that apply to a list; None stands for the child list. `new`: the row of an enriching list is to make a child, so that the
    rules of lists that enrol hold for it too.
    """
    return _of(layout, new)


def run(row: ReadRow, context: Context, *, within_list: bool | None = None) -> list[Finding]:
    """Everything the rules of the list find in a row, each finding with its rule's name. `within_list`: only the rules that compare the
    row with others of its list, or only the rest; None: all.
    """
    rules = _of(context.layout, bool(context.links) and context.link(row).new)
    if within_list is not None:
        rules = _part(context.layout, bool(context.links) and context.link(row).new, within_list)
    found = [replace(finding, rule=name) for name, check in rules.items() for finding in check(row, context)]
    return [finding for finding in found if finding.rule in _alone()] or found


def passes_over(findings: Iterable[Finding]) -> bool:
    """Whether a row is left out for what was found in it."""
    return any(finding.rule in _alone() for finding in findings)


@cache
def _alone() -> frozenset[str]:
    return frozenset(name for name, module in _modules().items() if getattr(module, "ALONE", False))


@cache
def _part(layout: Format | None, new: bool, within_list: bool) -> dict[str, Check]:
    modules = _modules()
    return {name: check for name, check in _of(layout, new).items() if getattr(modules[name], "WITHIN_LIST", False) is within_list}


@cache
def _of(layout: Format | None, new: bool) -> dict[str, Check]:
    return {name: module.check for name, module in _modules().items() if _applies(module, layout, new)}


def _applies(module: ModuleType, layout: Format | None, new: bool) -> bool:
    code, kind = (layout.code, layout.kind) if layout else (CHILD_LIST, Kind.ENROLS)
    wanted, needs, only = (getattr(module, name, None) for name in ("FORMATS", "NEEDS", "KIND"))
    if (wanted is not None and code not in wanted) or (only is not None and only != kind and not (new and only is Kind.ENROLS)):
        return False
    return needs is None or layout is None or any(layout.has(field) for field in needs)

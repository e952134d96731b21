"""Lists wards send, one file each, discovered by walking this folder: CODE, TITLE, COLUMNS, MEANING. The template, the search for the
heading and the help page all come from the columns.
"""

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

from mangnon.intake.records import Column
from mangnon.lib.refusals import Refusal


class UnknownFormat(Refusal):
    """No list format has this code."""


@dataclass(frozen=True)
class Format:
    """One kind of list."""

    code: str
    title: str
    meaning: str
    columns: tuple[Column, ...]

    def column(self, field: str) -> Column:
        return next(column for column in self.columns if column.field == field)


@cache
def every() -> dict[str, Format]:
    """All formats by code."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    lists = [module for module in modules if hasattr(module, "CODE")]
    return {module.CODE: Format(module.CODE, module.TITLE, module.MEANING, module.COLUMNS) for module in lists}


def named(code: str) -> Format:
    """The format with a code. Raises UnknownFormat with the codes there are."""
    if code not in every():
        raise UnknownFormat(f"Không có mẫu danh sách “{code}”. Các mẫu có: {', '.join(sorted(every()))}.")
    return every()[code]

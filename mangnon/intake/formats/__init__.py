"""Lists wards send, one file each, discovered by walking this folder. The template, the search for the heading and the help page all come
from the same constants: CODE, TITLE, MEANING, COLUMNS; KIND, SENDER, BASIS, WORDS, BANNER, FURTHER, `record` and `facts` where the list has
them.
"""

import importlib
import pkgutil
from functools import cache

from mangnon.intake.records import Format
from mangnon.intake.vocabulary import Kind
from mangnon.lib.refusals import Refusal

__all__ = ["Format", "UnknownFormat", "every", "named"]
ORDER = (
    "child-list", "births", "poor-households", "social-assistance", "school-roll", "immunisation", "health-insurance", "deaths", "moves",
)  # fmt: skip


class UnknownFormat(Refusal):
    """No list format has this code."""


@cache
def every() -> dict[str, Format]:
    """All formats by code, the usual ones first."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    lists = {module.CODE: _format(module) for module in modules if hasattr(module, "COLUMNS")}
    return {code: lists[code] for code in sorted(lists, key=lambda code: (ORDER.index(code) if code in ORDER else len(ORDER), code))}


def named(code: str) -> Format:
    """The format with a code. Raises UnknownFormat with the codes there are."""
    if code not in every():
        raise UnknownFormat(f"Không có mẫu danh sách “{code}”. Các mẫu có: {', '.join(sorted(every()))}.")
    return every()[code]


def _format(module) -> Format:  # type: ignore[no-untyped-def]
    names = {
        "kind": "KIND",
        "sender": "SENDER",
        "basis": "BASIS",
        "verified": "VERIFIED",
        "record": "record",
        "facts": "facts",
        "words": "WORDS",
        "banner": "BANNER",
        "further": "FURTHER",
    }
    more = {name: getattr(module, constant) for name, constant in names.items() if hasattr(module, constant)}
    return Format(module.CODE, module.TITLE, module.MEANING, module.COLUMNS, **{"kind": Kind.ENROLS, **more})

"""How long a text the register keeps, by the column that says it: what is longer would be cut, or refused by the database."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mangnon.intake.records import ReadRow
from mangnon.intake.rules import names
from mangnon.lib import vietnamese

NAME, HAMLET, ADDRESS = 200, 120, 300
_NAMES = ("full_name", "father_name", "mother_name", "guardian_name")
_SEARCHED = frozenset({*_NAMES, "school"})  # kept once more as they are searched for
_PLACE = {"hamlet": HAMLET, "address": ADDRESS}
_DECISION = {"decision": 280}  # its day is written behind it
OF_A_CHILD: Mapping[str, int] = MappingProxyType(
    {**dict.fromkeys(_NAMES, NAME), **_PLACE, **dict.fromkeys(("permanent", "temporary", "current"), 300), "note": 2000}
)
OF_FACTS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "births": {"birth_place": 200, "certificate": 60},
        "poor-households": _DECISION,
        "social-assistance": _DECISION,
        "school-roll": {"school": 200, "class_name": 40},
        "immunisation": {"dose_place": 200},
        "health-insurance": {"clinic": 200},
        "deaths": {"certificate": 120, "cause": 200},
        "moves": {**_PLACE, "to_place": 300},
    }
)
_GROWS = 3  # letters that one letter may become in a key of the register: the parts of a Korean syllable


def too_long(row: ReadRow, held: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The columns whose text is longer than what is kept of it, and how much that is."""
    for field, most in held.items():
        text = row.cells.get(field, "")
        if len(text) > most or (field in _SEARCHED and len(text) * _GROWS > most and _written(text) > most):
            yield field, most


def _written(name: str) -> int:
    """How long a name is as the register writes it, and as it searches for it."""
    whole = names.for_the_register(name)
    return max(len(whole), len(vietnamese.fold(whole)))

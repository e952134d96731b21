"""Values that cross the border of the institutions room."""

from mangnon.institutions.records.acts import ActRow, Asked, Asking, BodyRow, ChangeRow, Flaw, Line, Move, Tally
from mangnon.institutions.records.units import (
    Candidate,
    Decided,
    Files,
    Holder,
    InstitutionRow,
    Link,
    LinkRow,
    Loaded,
    Problem,
    Resolution,
    Tile,
    UnitRef,
)

__all__ = [
    "ActRow",
    "Asked",
    "Asking",
    "BodyRow",
    "Candidate",
    "ChangeRow",
    "Decided",
    "Files",
    "Flaw",
    "Holder",
    "InstitutionRow",
    "Line",
    "Link",
    "LinkRow",
    "Loaded",
    "Move",
    "Problem",
    "Resolution",
    "Tally",
    "Tile",
    "UnitRef",
]

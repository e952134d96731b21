"""Dealing the rows of a list out to lanes, so that several may be entered at once.

Two rows share a lane when they may be one child or live in one household: the register then meets them one after the other, as their
list has them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_IDENTITY = 24  # letters of ReadRow.identity without the marks of the name, which do not tell children of the register apart


class Bonds(NamedTuple):
    """What ties a row to others: its key, the names of its carers as a number (None when nobody kept it), identity, personal number, the
    child it is known as, the row of an earlier list it is."""

    row_id: int
    kin: int | None
    identity: str
    personal_number: str
    child_id: int | None
    earlier_id: int | None


def lanes(rows: Iterable[Bonds], count: int) -> list[list[int]]:
    """The keys of the rows of each lane, in the order given; lanes are about equally long, and fewer where all rows hang together."""
    groups = _groups(list(rows))
    found: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for group in sorted(groups, key=len, reverse=True):
        min(found, key=len).extend(group)
    return [[row_id for _, row_id in sorted(lane)] for lane in found if lane]


def _groups(rows: Sequence[Bonds]) -> list[list[tuple[int, int]]]:
    """Rows that hang together, each with its place in the list."""
    parent = list(range(len(rows)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    first: dict[object, int] = {}
    for place, row in enumerate(rows):
        for bond in _bonds(row):
            other = root(first.setdefault(bond, place))
            parent[root(place)] = other
    groups: dict[int, list[tuple[int, int]]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(root(place), []).append((place, row.row_id))
    return list(groups.values())


def _bonds(row: Bonds) -> Iterable[object]:
    if row.kin != 0:
        yield "kin", row.kin
    if row.identity:
        yield row.identity[:_IDENTITY]
    if row.personal_number:
        yield "number", row.personal_number
    if row.child_id:
        yield "child", row.child_id
    if row.earlier_id:
        yield "earlier", row.earlier_id

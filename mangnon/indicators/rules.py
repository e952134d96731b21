"""How rows become counts, counts values, and which small numbers stay closed. Pure."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators.records import Counts, Indicator, Tally, Target
from mangnon.indicators.vocabulary import Measure
from mangnon.register.records import Snapshot

CHILD_UNDER = 16  # years; Luật Trẻ em 2016, Điều 1
SMALL = 5  # counts from 1 to 4 may point at a child


def under(snapshot: Snapshot, years: int) -> NDArray[np.bool_]:
    """Children of fewer than so many completed years on the day of the snapshot."""
    return np.asarray(snapshot.age < min(years, CHILD_UNDER))


def special(snapshot: Snapshot) -> NDArray[np.bool_]:
    """Children in at least one special circumstance in force (Luật Trẻ em 2016, Điều 10 khoản 1), each child once."""
    return np.asarray(under(snapshot, CHILD_UNDER) & (snapshot.special_groups != 0))


def in_group(snapshot: Snapshot, group: int) -> NDArray[np.bool_]:
    """Children in one of the fourteen groups; bit k of the mask is group k."""
    return np.asarray(under(snapshot, CHILD_UNDER) & (snapshot.special_groups >> np.uint32(group) & np.uint32(1)).astype(bool))


def groups_each(snapshot: Snapshot) -> NDArray[np.int64]:
    """In how many special groups each child is: a child in two groups gives two."""
    return np.where(under(snapshot, CHILD_UNDER), np.bitwise_count(snapshot.special_groups), 0).astype(np.int64)


def tally(snapshot: Snapshot, indicators: Sequence[Indicator], communes: NDArray[np.int64]) -> list[Tally]:
    """Count every indicator in every commune in one pass. `communes` is sorted; children elsewhere are counted nowhere."""
    order = np.lexsort((snapshot.child_id, snapshot.commune_id))
    place = np.searchsorted(communes, snapshot.commune_id[order])
    known = np.zeros(len(order), dtype=bool)
    inside = place < len(communes)
    known[inside] = communes[place[inside]] == snapshot.commune_id[order][inside]
    order, place = order[known], place[known]
    ids = snapshot.child_id[order]
    counts = {indicator.code: _counts(indicator.numerator(snapshot), order) for indicator in indicators}
    sums = {code: np.bincount(place, weights=column, minlength=len(communes)).astype(np.int64) for code, column in counts.items()}
    tallies = []
    for indicator in indicators:
        chosen = np.flatnonzero(counts[indicator.code])
        edges = np.searchsorted(place[chosen], np.arange(len(communes) + 1))
        members = tuple(pack_ids(ids[chosen[start:end]]) for start, end in pairwise(edges))
        tallies.append(
            Tally(
                code=indicator.code,
                numerators=sums[indicator.code],
                denominators=sums[indicator.over] if indicator.over else None,
                members=members,
            )
        )
    return tallies


def unplaced(snapshot: Snapshot, communes: NDArray[np.int64]) -> int:
    """How many children under 16 stand in no commune of the list."""
    return int(np.count_nonzero(under(snapshot, CHILD_UNDER) & ~np.isin(snapshot.commune_id, communes)))


def fingerprint(snapshot: Snapshot, versions: Mapping[str, int], communes: Mapping[str, int]) -> str:
    """SHA-256 of all that a run is computed from: the rows, the definitions' versions, the units. Equal inputs give equal runs."""
    digest = hashlib.sha256()
    order = np.argsort(snapshot.child_id, kind="stable")
    for field in sorted(fields(snapshot), key=lambda field: field.name):
        column = getattr(snapshot, field.name)
        digest.update(field.name.encode())
        digest.update(np.ascontiguousarray(column[order]).tobytes() if isinstance(column, np.ndarray) else str(column).encode())
    digest.update(repr((sorted(versions.items()), sorted(communes.items()))).encode())
    return digest.hexdigest()


def value(measure: Measure, *, numerator: int, denominator: int | None) -> Decimal | None:
    """A count as it is; a share in per cent with two decimals, half up; nothing when there is nobody to divide by."""
    if measure is not Measure.PERCENT:
        return Decimal(numerator)
    if not denominator:
        return None
    return (Decimal(100 * numerator) / Decimal(denominator)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def target_for(targets: Sequence[Target], year: int) -> Target | None:
    """The verified target that applies to a year: the nearest one set for that year or later. An unverified one is never given."""
    ahead = [target for target in targets if target.verified and target.year >= year]
    return min(ahead, key=lambda target: target.year, default=None)


def meets(value: Decimal, target: Target) -> bool:
    """Whether a value keeps a target."""
    match target.operator:
        case "<":
            return value < target.value
        case "≤":
            return value <= target.value
        case ">":
            return value > target.value
        case _:
            return value >= target.value


def closed(numerators: Sequence[int], *, readable: Sequence[bool]) -> tuple[bool, ...]:
    """Which cells of a table of communes stay closed to a reader, when the city's total is shown beside them.

    Primary: 1 to 4 children in a place the reader may not open. Complementary: a lone closed cell could be had by subtraction from the
    total, so the smallest other unreadable cell above zero is closed with it.
    """
    shut = [0 < n < SMALL and not may for n, may in zip(numerators, readable, strict=True)]
    if sum(shut) == 1:
        others = [(n, i) for i, n in enumerate(numerators) if n > 0 and not shut[i] and not readable[i]]
        if others:
            shut[min(others)[1]] = True
    return tuple(shut)


def pack_ids(ids: NDArray[np.int64]) -> bytes:
    """Sorted keys as deltas, compressed: a city of a million children takes a few hundred kilobytes for one figure."""
    if not len(ids):
        return b""
    ordered = np.sort(ids).astype("<i8")
    return zlib.compress(np.diff(ordered, prepend=np.int64(0)).astype("<i8").tobytes(), 6)


def unpack_ids(packed: bytes) -> NDArray[np.int64]:
    """The keys put in by `pack_ids`, ascending."""
    if not packed:
        return np.empty(0, dtype=np.int64)
    return np.cumsum(np.frombuffer(zlib.decompress(packed), dtype="<i8")).astype(np.int64)


def _counts(column: Counts, order: NDArray[np.intp]) -> NDArray[np.int64]:
    return np.asarray(column[order], dtype=np.int64)

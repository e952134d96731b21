"""Which pairs are worth comparing: those that share a blocking key few others have. Sorting of packed integers, no strings, no joins."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Rows

Keys = NDArray[np.int64]
Packed = NDArray[np.uint64]  # a key in the high bits, a row in the low ones


def pairs(left: Keys, right: Keys, *, cap: int) -> tuple[Rows, Rows]:
    """Row numbers of left and right records with one key (0 = none). A key with more than `cap` records on the right is skipped."""
    return meet(packed(left), packed(right), cap=cap)


def meet(one: Packed, two: Packed, *, cap: int) -> tuple[Rows, Rows]:
    """The same for keys that are packed with their rows and sorted: all of a file, or all of a range of keys from every part of it."""
    if not len(one) or not len(two):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    keys_one, keys_two = one >> _SHIFT, two >> _SHIFT
    edge = edges(keys_two)  # groups of the right side
    count = np.diff(np.append(edge, len(keys_two)))
    group_keys = keys_two[edge]
    at = np.minimum(np.searchsorted(group_keys, keys_one), len(group_keys) - 1)
    hit = np.flatnonzero((group_keys[at] == keys_one) & (count[at] <= cap))
    at = at[hit]
    rows_one = (one[hit] & _ROW_MASK).astype(np.int64)
    repeat = count[at]
    if not len(repeat) or repeat.max() == 1:
        return rows_one, (two[edge[at]] & _ROW_MASK).astype(np.int64)
    first = np.repeat(np.cumsum(repeat) - repeat, repeat)
    position = np.repeat(edge[at], repeat) + np.arange(len(first)) - first
    return np.repeat(rows_one, repeat), (two[position] & _ROW_MASK).astype(np.int64)


ROW_BITS = 27  # rows up to 134 million; the other 37 bits hold the key: a chance meeting costs one comparison, no error
_SHIFT = np.uint64(ROW_BITS)
_ROW_MASK = np.uint64((1 << ROW_BITS) - 1)


def _high(keys: Keys) -> Packed:
    """The 37 bits of a key, with room for a row: keys that are small counts use few bits, so all are spread."""
    return (keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> _SHIFT << _SHIFT


def edges(keys: NDArray[np.uint64] | NDArray[np.int64]) -> Rows:
    """Where in a sorted list each distinct value begins."""
    if not len(keys):
        return np.empty(0, np.int64)
    new = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    return np.flatnonzero(new)


def packed(keys: Keys, *, first: int = 0) -> Packed:
    """All known keys of a file with their rows, sorted: what an index stores of one blocking key, and what travels over a cluster.
    `first` is the row of the first record, where the keys are of a part of the file."""
    rows = np.flatnonzero(keys)
    return np.sort(_high(keys[rows]) | (rows + first).astype(np.uint64))


def spans(stored: NDArray[np.uint64], keys: Keys) -> tuple[Rows, Rows]:
    """Where the rows of each key stand in a stored blocking key: first place and count; none for key 0."""
    low = _high(keys)
    first = np.searchsorted(stored, low, side="left")
    count = np.searchsorted(stored, low | _ROW_MASK, side="right") - first
    count[keys == 0] = 0
    return first, count


def spread(stored: NDArray[np.uint64], first: Rows, count: Rows) -> tuple[Rows, Rows]:
    """The rows of spans one after the other, and for each the place of its span."""
    before = np.repeat(np.cumsum(count) - count, count)
    places = np.repeat(first, count) + np.arange(len(before)) - before
    return np.repeat(np.arange(len(first)), count), (stored[places] & _ROW_MASK).astype(np.int64)


def within(keys: Keys, *, cap: int) -> tuple[Rows, Rows]:
    """Pairs of records of one file that share a key, lower row first."""
    one, two = pairs(keys, keys, cap=cap)
    keep = one < two
    return one[keep], two[keep]


def union(found: Iterable[tuple[Rows, Rows]]) -> tuple[Rows, Rows]:
    """All pairs once, by left row then right row."""
    codes: NDArray[np.int64] = np.empty(0, np.int64)
    for batch in _batches(found):
        both = np.sort(np.concatenate([codes, batch]))
        codes = both[edges(both)]
    return codes >> 32, codes & 0xFFFFFFFF


def _batches(found: Iterable[tuple[Rows, Rows]], *, size: int = 8_000_000) -> Iterator[NDArray[np.int64]]:
    held: list[NDArray[np.int64]] = []
    for one, two in found:
        held.append(one << 32 | two)
        if sum(map(len, held)) >= size:
            yield np.concatenate(held)
            held = []
    if held:
        yield np.concatenate(held)

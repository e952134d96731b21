"""Blocking over a cluster: keys are sorted into ranges, every range is joined by itself, pairs come home to their left records.

A key that very many records share must not burden one machine. On the right side a piece sends no more of it than shows that it is above
the cap. On the left side such records stay where they are: a mark asks for the few right records of the key, and these come to them.
"""

import itertools
from collections.abc import Iterable, Iterator

import numpy as np

from mangnon.linkage.engine import candidates
from mangnon.linkage.engine.candidates import ROW_BITS, Packed, edges, meet
from mangnon.linkage.engine.columns import Rows
from mangnon.linkage.engine.linking import background
from mangnon.linkage.engine.records import Keys
from mangnon.linkage.engine.spark.pieces import LEFT, RIGHT, SIDE, Book, Plan
from mangnon.linkage.engine.spark.reading import records_of
from mangnon.linkage.engine.spark.rows import Kind, Row

_SHIFT = np.uint64(ROW_BITS)
_MASK = np.uint64((1 << ROW_BITS) - 1)
_KEY_BITS = 64 - ROW_BITS
HOT = 256  # left records of a piece that share a key, above which they stay
_NO_CAP = 1 << ROW_BITS


def keys(plan: Plan, book: Book, rows: Iterable[Row]) -> Iterator[Row]:
    """All blocking keys of a piece, packed with the row numbers and cut into ranges. Parts after the ranges are left pieces."""
    model, ranges = plan.model, len(plan.model.keys) * plan.ranges
    for row in rows:
        side, number, _ = plan.piece(row.part)
        records, _ = records_of(book, row.payload, side, number)
        own = Keys(records, model, book.vocabulary)
        for k in range(len(model.keys)):
            packed = candidates.packed(own.key(k), first=int(book.firsts[side][number]))
            if side == RIGHT:
                yield from cut(plan, k, Kind.RIGHT_KEYS, thinned(packed, most=model.cap + 1))
                continue
            few, many = parted(packed, most=HOT)
            yield from cut(plan, k, Kind.LEFT_KEYS, few)
            if len(many):
                marks = many[edges(many >> _SHIFT)] >> _SHIFT << _SHIFT | np.uint64(number)
                yield from cut(plan, k, Kind.HOT_MARKS, marks)
                yield Row(ranges + number, Kind.HOT_KEYS, k, many.tobytes())


def thinned(packed: Packed, *, most: int) -> Packed:
    """The first records of every key: enough to see that there are too many."""
    start = edges(packed >> _SHIFT)
    rank = np.arange(len(packed)) - np.repeat(start, np.diff(np.append(start, len(packed))))
    return packed[rank < most]


def parted(packed: Packed, *, most: int) -> tuple[Packed, Packed]:
    """Keys that at most so many records have, and the others."""
    start = edges(packed >> _SHIFT)
    count = np.diff(np.append(start, len(packed)))
    many = np.repeat(count > most, count)
    return packed[~many], packed[many]


def cut(plan: Plan, key: int, kind: Kind, packed: Packed) -> Iterator[Row]:
    """Sorted keys by range: a key is a spread number, so equal stretches of numbers hold about equally many."""
    bounds = np.array([-(-(i << _KEY_BITS) // plan.ranges) << ROW_BITS for i in range(plan.ranges)], np.uint64)
    at = [*np.searchsorted(packed, bounds).tolist(), len(packed)]
    for i, (a, b) in enumerate(itertools.pairwise(at)):
        if a < b:
            yield Row(key * plan.ranges + i, kind, key, packed[a:b].tobytes())


def joined(plan: Plan, book: Book, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The pairs of one range of one key, sent to their left pieces."""
    ranges = len(plan.model.keys) * plan.ranges
    held = list(rows)
    if part >= ranges:
        yield from (row._replace(part=part - ranges) for row in held)
        return
    left, right, marks = (_sorted(held, kind) for kind in (Kind.LEFT_KEYS, Kind.RIGHT_KEYS, Kind.HOT_MARKS))
    one, two = meet(left, right, cap=plan.model.cap)
    yield from _sent(book, LEFT, np.sort(one << 32 | two), Kind.PAIRS)
    if len(marks):
        places = np.arange(len(marks)).astype(np.uint64)  # marks of one key differ in their piece, which is not a row: number them
        asked, answer = meet(marks >> _SHIFT << _SHIFT | places, right, cap=plan.model.cap)
        found = marks[asked] >> _SHIFT << _SHIFT | answer.astype(np.uint64)
        home = (marks[asked] & _MASK).astype(np.int64)
        for number in np.unique(home).tolist():
            yield Row(number, Kind.HOT_ANSWER, held[0].at, found[home == number].tobytes())


def _sorted(rows: list[Row], kind: Kind, key: int | None = None) -> Packed:
    parts = [np.frombuffer(row.payload, np.uint64) for row in rows if row.kind == kind and key in (None, row.at)]
    return np.sort(np.concatenate(parts)) if parts else np.empty(0, np.uint64)


def _sent(book: Book, side: int, codes: Rows, kind: Kind, at: int = 0) -> Iterator[Row]:
    """Pairs by the piece that holds their record of this side."""
    if not len(codes):
        return
    home = book.home(side, codes >> 32 if side == LEFT else codes & 0xFFFFFFFF)
    order = np.argsort(home, kind="stable")
    codes, home = codes[order], home[order]
    start = edges(home.astype(np.uint64)).tolist()
    for a, b in zip(start, [*start[1:], len(codes)], strict=True):
        yield Row(side * SIDE + int(home[a]), kind, at, codes[a:b].tobytes())


def united(plan: Plan, book: Book, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The pairs of a left piece, each once, on their way to the right records; and the strangers drawn for it."""
    held = list(rows)
    found = [np.frombuffer(row.payload, np.int64) for row in held if row.kind == Kind.PAIRS]
    for k in range(len(plan.model.keys)):
        one, two = meet(_sorted(held, Kind.HOT_KEYS, k), _sorted(held, Kind.HOT_ANSWER, k), cap=_NO_CAP)
        found.append(one << 32 | two)
    codes = np.unique(np.concatenate(found))
    yield from _sent(book, RIGHT, codes, Kind.PAIRS, part)
    one, two = background(int(book.firsts[LEFT][-1]), int(book.firsts[RIGHT][-1]))
    mine = (one >= book.firsts[LEFT][part]) & (one < book.firsts[LEFT][part + 1])
    strangers = one[mine] << 32 | two[mine]
    yield from _sent(book, RIGHT, strangers, Kind.STRANGERS, part)

"""What travels between machines: few rows with large contents, so that Spark moves bytes and numpy does the work."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Array, Coded
from mangnon.linkage.engine.records import Records

SCHEMA = "part int, kind int, at long, payload binary"
_BATCH = 32 << 20  # bytes of contents handed over together
_NAMES = ("part", "kind", "at", "payload")


class Kind(IntEnum):
    """What the content of a row is."""

    PIECE = 0  # a piece of a file is to be read
    ID = 1  # hashes of record ids with their rows
    EMPTY_ID = 2
    DOUBLE_ID = 3
    YEARS = 4  # records by birth year
    BROKEN = 5  # a column of numbers that are not all whole
    NUMBER = 6  # personal numbers of the left file
    ASKED_NUMBER = 7  # personal numbers of right records outside the window
    KNOWN_NUMBER = 8
    RECORDS = 9
    WORD = 10  # a word of the vocabulary: how often
    WORD_FIRST = 11  # a word of the vocabulary: where first
    LEFT_KEYS = 12
    RIGHT_KEYS = 13
    HOT_KEYS = 14  # keys many left records share stay with these records …
    HOT_MARKS = 15  # … and only their mark asks for the right records
    HOT_ANSWER = 16
    PAIRS = 17
    STRANGERS = 18
    RIGHTS = 19  # the right records of pairs
    BLOCK = 20  # left records, their pairs and levels
    LABELS = 21
    LESSON = 22
    STRANGER = 23
    CLAIMS = 24
    CONTESTED = 25
    SHOWN = 26
    OUTCOME = 27
    WRITTEN = 28


class Row(NamedTuple):
    """One parcel: to which part, what, a number, the content."""

    part: int
    kind: int
    at: int
    payload: bytes


def opened(batches: Iterable[pa.RecordBatch]) -> Iterator[Row]:
    """The rows of Arrow batches."""
    for batch in batches:
        parts, kinds, numbers = (batch.column(i).to_pylist() for i in range(3))
        for part, kind, at, payload in zip(parts, kinds, numbers, batch.column(3), strict=True):
            yield Row(part, kind, at, payload.as_py())


def batched(rows: Iterable[Row]) -> Iterator[pa.RecordBatch]:
    """Rows as Arrow batches of moderate size."""
    held: list[Row] = []
    size = 0
    for row in rows:
        held.append(row)
        size += len(row.payload) + 20
        if size >= _BATCH:
            yield _batch(held)
            held, size = [], 0
    yield _batch(held)


def _batch(rows: list[Row]) -> pa.RecordBatch:
    kinds = (pa.int32(), pa.int32(), pa.int64(), pa.binary())
    return pa.RecordBatch.from_arrays([pa.array([row[i] for row in rows], kind) for i, kind in enumerate(kinds)], _NAMES)


def bundled(*parts: bytes) -> bytes:
    """Several contents as one."""
    sizes = np.array([len(parts), *map(len, parts)], np.int64)
    return b"".join([sizes.tobytes(), *parts])


def unbundled(payload: bytes) -> list[bytes]:
    """The contents `bundled` joined."""
    count = int(np.frombuffer(payload, np.int64, 1)[0])
    sizes = np.frombuffer(payload, np.int64, count, 8)
    ends = 8 * (count + 1) + np.cumsum(sizes)
    return [payload[end - size : end] for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)]


def from_batch(batch: pa.RecordBatch) -> bytes:
    """An Arrow batch as bytes."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue().to_pybytes()


def to_batch(payload: bytes) -> pa.RecordBatch:
    """The batch `from_batch` wrote."""
    with pa.ipc.open_stream(payload) as reader:
        return reader.read_next_batch()


def from_records(records: Records, ids: pa.Array) -> bytes:
    """Coded records with their ids."""
    arrays: dict[str, pa.Array] = {"rows": pa.array(records.rows), "ids": ids}
    for name, coded in records.columns.items():
        for part, array in coded.arrays.items():
            arrays[f"{part}:{name}"] = _arrow(array)
    return from_batch(pa.RecordBatch.from_pydict(arrays))


def to_records(payload: bytes) -> tuple[Records, pa.Array]:
    """The records `from_records` wrote."""
    batch = to_batch(payload)
    columns: dict[str, dict[str, Array]] = {}
    for field, column in zip(batch.schema.names, batch.columns, strict=True):
        part, _, name = field.partition(":")
        if name:
            columns.setdefault(name, {})[part] = _numpy(column)
    return Records({name: Coded(arrays) for name, arrays in columns.items()}, _numpy(batch["rows"])), batch["ids"]


def from_levels(levels: NDArray[np.uint8]) -> pa.Array:
    """Rows of levels as one column."""
    return _arrow(levels)


def to_levels(column: pa.Array) -> NDArray[np.uint8]:
    """The levels `from_levels` took."""
    return _numpy(column)


def _arrow(array: Array) -> pa.Array:
    flat = pa.array(np.ascontiguousarray(array).ravel())
    return flat if array.ndim == 1 else pa.FixedSizeListArray.from_arrays(flat, array.shape[1])


def _numpy(column: pa.Array) -> Array:
    if pa.types.is_fixed_size_list(column.type):
        return column.flatten().to_numpy(zero_copy_only=False).reshape(len(column), column.type.list_size)
    return column.to_numpy(zero_copy_only=False)

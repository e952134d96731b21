"""A column of records as arrays of numbers: what encoding makes, blocking and comparison read, and an index stores."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Levels = NDArray[np.uint8]
Array = NDArray[Any]


@dataclass(frozen=True)
class Coded:
    """Arrays by name, all with one entry (or one row) per record."""

    arrays: dict[str, Array]

    def __len__(self) -> int:
        return len(next(iter(self.arrays.values())))

    def __getitem__(self, name: str) -> Array:
        return self.arrays[name]

    def take(self, rows: Rows) -> "Coded":
        """These records only."""
        return Coded({name: np.take(array, rows, axis=0) for name, array in self.arrays.items()})

    @staticmethod
    def joined(parts: Sequence["Coded"]) -> "Coded":
        """One after the other."""
        return Coded({name: np.concatenate([part.arrays[name] for part in parts]) for name in parts[0].arrays})


@dataclass(frozen=True)
class Feature:
    """One thing compared: its name in the scorecard, the words of its levels, and which levels mean agreement or no knowledge."""

    name: str
    words: tuple[str, ...]
    agree: frozenset[int]
    unknown: frozenset[int]

    @property
    def size(self) -> int:
        return len(self.words)


def text_column(column: pa.ChunkedArray | pa.Array | None, *, length: int) -> pa.Array:
    """A column as one array of strings without nulls; a missing column reads as empty. Numbers, dates, dictionaries are read as text."""
    if column is None:
        return words([""]).take(arrow(np.zeros(length, np.int64)))
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if isinstance(column, pa.ChunkedArray):  # strings beyond 2 GB stay chunked
        column = pa.concat_arrays([chunk.cast(pa.large_string()) for chunk in column.chunks])
    if pa.types.is_null(column.type):
        return text_column(None, length=length)
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_floating(column.type):  # a number column with holes read through a spreadsheet
        whole = pc.equal(column, pc.floor(column))
        if pc.all(pc.fill_null(whole, True)).as_py():
            column = column.cast(pa.int64())
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        column = column.cast(pa.string())
    return pc.fill_null(column, words([""])[0].cast(column.type)) if column.null_count else column


def arrow(values: NDArray[Any]) -> pa.Array:
    """Numbers as Arrow sees them, in place. Not by pa.array: that one imports pandas where it is installed, and a second is gone."""
    values = np.ascontiguousarray(values)
    return pa.Array.from_buffers(pa.from_numpy_dtype(values.dtype), len(values), [None, pa.py_buffer(values)])


def plain(column: pa.Array) -> NDArray[Any]:
    """Numbers of Arrow in place, for the same reason not by to_numpy. There must be no nulls."""
    kind = column.type.to_pandas_dtype()
    _, data = column.buffers()
    return (
        np.frombuffer(data, kind, count=len(column), offset=column.offset * np.dtype(kind).itemsize) if len(column) else np.empty(0, kind)
    )


def words(texts: Sequence[str]) -> pa.Array:
    """Texts as Arrow sees them, without pandas."""
    letters = [text.encode() for text in texts]
    places = np.cumsum([0, *map(len, letters)]).astype(np.int32)
    return pa.StringArray.from_buffers(len(letters), pa.py_buffer(places), pa.py_buffer(b"".join(letters)))


def text_hashes(column: pa.Array, *, chunk: int = 1 << 18) -> NDArray[np.uint64]:
    """A 64-bit number of every string: equal strings have equal numbers, others practically never. Bytes are read in place."""
    large = pa.types.is_large_string(column.type)
    _, offsets, data = column.buffers()
    places = np.frombuffer(offsets, np.int64 if large else np.int32)[column.offset : column.offset + len(column) + 1]
    letters = np.frombuffer(data, np.uint8) if data is not None and data.size else np.zeros(1, np.uint8)
    out = np.empty(len(column), np.uint64)
    for start in range(0, len(column), chunk):
        at = places[start : start + chunk + 1].astype(np.int64)
        begin, size = at[:-1], np.diff(at)
        state = size.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        for place in range(int(size.max(initial=0))):
            has = size > place
            letter = letters[np.where(has, begin + place, 0)].astype(np.uint64)
            mixed_in = (state ^ letter) * np.uint64(0x100000001B3)
            state = np.where(has, mixed_in ^ (mixed_in >> np.uint64(29)), state)
        out[start : start + chunk] = state
    return out


def distinct(column: pa.Array) -> tuple[list[str], NDArray[np.int64]]:
    """The distinct values in order of appearance, and for every record the place of its value among them."""
    coded = column.dictionary_encode()
    return coded.dictionary.to_pylist(), plain(coded.indices).astype(np.int64)


def mixed(*parts: NDArray[np.int64]) -> NDArray[np.int64]:
    """One 63-bit number of several: the same parts in the same order give the same number on every machine."""
    if len(parts[0]) == 1:  # one record against an index: plain integers are ten times faster than arrays of one
        return np.array([_mixed_one(int(part[0]) for part in parts)], np.int64)
    state = np.zeros(len(parts[0]), np.uint64)
    for part in parts:
        state ^= part.astype(np.uint64)
        state *= np.uint64(0x9E3779B97F4A7C15)
        state ^= state >> np.uint64(29)
        state *= np.uint64(0xBF58476D1CE4E5B9)
        state ^= state >> np.uint64(32)
    return (state >> np.uint64(1)).astype(np.int64)


def _mixed_one(parts: Iterable[int]) -> int:
    state = 0
    for part in parts:
        state = (state ^ part & _ALL) * 0x9E3779B97F4A7C15 & _ALL
        state = (state ^ state >> 29) * 0xBF58476D1CE4E5B9 & _ALL
        state ^= state >> 32
    return state >> 1


_ALL = 0xFFFFFFFFFFFFFFFF

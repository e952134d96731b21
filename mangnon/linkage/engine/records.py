"""Records turned into arrays: every column of the model coded, only the rows that can matter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine import numbers
from mangnon.linkage.engine.columns import Coded, Rows, arrow
from mangnon.linkage.engine.dates import apart
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.vocabulary import Vocabulary

type Read = Callable[[str], pa.ChunkedArray | pa.Array | None]
_EDGE = 0.001  # share of records a birth year needs on the left for its people on the right to be considered
_SLACK = 1  # years around it


@dataclass(frozen=True)
class Records:
    """Coded columns; `rows` are the places of these records in their file."""

    columns: Mapping[str, Coded]
    rows: Rows

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, rows: Rows) -> "Records":
        """These records only."""
        return Records({name: coded.take(rows) for name, coded in self.columns.items()}, self.rows[rows])


def encode(read: Read, *, length: int, model: Model, vocabulary: Vocabulary, beside: "Records | Window | None" = None) -> Records:
    """All columns of the model. With `beside`, rows that cannot match any of those records are left out before names are read."""
    columns: dict[str, Coded] = {}
    keep: Rows | None = None
    if beside is not None and model.window:
        for name in filter(None, (model.window, model.labels)):
            columns[name] = model.comparison(name).encode(read(name), length=length, vocabulary=vocabulary)
        window = Window.of(beside, model) if isinstance(beside, Records) else beside
        keep = window.keep(columns, model)
        columns = {name: coded.take(keep) for name, coded in columns.items()}
    for comparison in model.comparisons:
        if comparison.column in columns:
            continue
        column = read(comparison.column)
        if keep is not None and column is not None and len(keep) < length:
            column = column.take(arrow(keep))
        size = length if keep is None else len(keep)
        columns[comparison.column] = comparison.encode(column, length=size, vocabulary=vocabulary)
    return Records(_with_accents(_with_doubts(columns, model, vocabulary), model), np.arange(length) if keep is None else keep)


@dataclass(frozen=True)
class Window:
    """Which records of the other file can matter: the years between (None: all), and the personal numbers that stand on this side."""

    years: tuple[int, int] | None
    numbers: NDArray[np.int64]

    @classmethod
    def of(cls, beside: Records, model: Model) -> "Window":
        """The window of encoded records."""
        assert model.window
        known = np.unique(beside.columns[model.labels]["number"]) if model.labels else np.empty(0, np.int64)
        return cls(span(birth_years(beside.columns[model.window])), known)

    def keep(self, columns: Mapping[str, Coded], model: Model) -> Rows:
        """Rows born in the years of the other file (or at an unknown time), and rows whose number stands there."""
        keep, number = self.within(columns, model), self.outside(columns, model)
        out = np.flatnonzero(number)
        if len(out) and len(self.numbers):
            at = np.minimum(np.searchsorted(self.numbers, number[out]), len(self.numbers) - 1)
            keep[out[self.numbers[at] == number[out]]] = True
        return np.flatnonzero(keep)

    def within(self, columns: Mapping[str, Coded], model: Model) -> NDArray[np.bool_]:
        """Which rows their year alone keeps."""
        assert model.window
        year = apart(columns[model.window]["date"])[0]
        if self.years is None:
            return np.ones(len(year), np.bool_)
        kept: NDArray[np.bool_] = (year == 0) | ((year >= self.years[0] - _SLACK) & (year <= self.years[1] + _SLACK))
        return kept

    def outside(self, columns: Mapping[str, Coded], model: Model) -> NDArray[np.int64]:
        """The numbers of the other rows; 0 for rows that are kept anyway and where there is none."""
        keep = self.within(columns, model)
        return np.where(keep, 0, columns[model.labels]["number"]) if model.labels else np.zeros(len(keep), np.int64)


def birth_years(coded: Coded) -> NDArray[np.int64]:
    """How many records each year of birth has, from year 0."""
    year = apart(coded["date"])[0]
    return np.bincount(year[year > 0], minlength=1)


def span(counts: NDArray[np.int64]) -> tuple[int, int] | None:
    """The first and the last year that have their share of the records; None when no year is known."""
    years = np.flatnonzero(counts > _EDGE * counts.sum())
    return (int(years[0]), int(years[-1])) if len(years) else None


def _with_doubts(columns: dict[str, Coded], model: Model, vocabulary: Vocabulary) -> dict[str, Coded]:
    """Beside the personal numbers, whether each contradicts its own record's birth year or sex."""
    if model.labels and model.window and model.labels in columns:
        coded = columns[model.labels]
        sex = None
        if "sex" in columns:
            book = vocabulary.words("sex")
            code = np.zeros(max(len(book), 1), np.int8)
            for word, value in (("nam", 1), ("nu", 2)):
                code[book.words.index(word) if word in book.words else 0] = value
            code[0] = 0
            sex = code[columns["sex"]["value"]]
        wrong = numbers.doubtful(coded["number"], columns[model.window]["date"], sex)
        columns[model.labels] = Coded({**coded.arrays, "doubtful": wrong})
    return columns


def _with_accents(columns: dict[str, Coded], model: Model) -> dict[str, Coded]:
    """Within one file, beside each name whether its row has accents at all: a bare name among accented ones has lost nothing."""
    names = [name for name, coded in columns.items() if "marked" in coded.arrays]
    if not model.dedupe or len(names) < 2:
        return columns
    accented = np.logical_or.reduce([columns[name]["marked"] for name in names])
    return columns | {name: Coded({**columns[name].arrays, "accented": accented}) for name in names}


class Keys:
    """Blocking keys of records, asked for in the order of the model: parts are computed once and dropped after their last use."""

    def __init__(self, records: Records, model: Model, vocabulary: Vocabulary) -> None:
        self.records, self.model, self.vocabulary = records, model, vocabulary
        self._parts: dict[tuple[str, str], NDArray[np.int64]] = {}
        self._unknown: dict[tuple[str, str], Rows] = {}
        self._last = {name: number for number, names in enumerate(model.keys) for name in names}

    def part(self, column: str, part: str) -> NDArray[np.int64]:
        """The number of one part of one column."""
        if (column, part) not in self._parts:
            comparison = self.model.comparison(column)
            self._parts[column, part] = comparison.keys(self.records.columns[column], part, self.vocabulary)
        return self._parts[column, part]

    def key(self, number: int) -> NDArray[np.int64]:
        """The key of this place in the model's list; 0 where a part is unknown."""
        names = self.model.keys[number]
        parts = [self.part(*name) for name in names]
        if len(parts[0]) == 1:
            return np.array([_sum([int(part[0]) for part in parts])], np.int64)
        key = parts[0].astype(np.uint64)
        for part, factor in zip(parts[1:], _FACTORS, strict=False):
            key += part.astype(np.uint64) * factor
        key >>= np.uint64(1)
        for name, part in zip(names, parts, strict=True):
            if name not in self._unknown:
                self._unknown[name] = np.flatnonzero(part == 0)
            key[self._unknown[name]] = 0
            if self._last[name] == number:
                self._parts.pop(name, None)
                self._unknown.pop(name, None)
        return key.view(np.int64)


_FACTORS = tuple(np.uint64(x) for x in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63))


def _sum(parts: list[int]) -> int:
    """The same key for one record."""
    if not all(parts):
        return 0
    factors = (1, *map(int, _FACTORS))
    return (sum(part * factor for part, factor in zip(parts, factors, strict=False)) & 0xFFFFFFFFFFFFFFFF) >> 1

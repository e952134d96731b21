"""Files in pieces: spans of row groups that machines read by themselves."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine.candidates import ROW_BITS
from mangnon.linkage.engine.columns import Rows
from mangnon.linkage.engine.comparing import Comparer
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.spark.rows import Kind, Row
from mangnon.linkage.engine.tables import Span, Table, open_table
from mangnon.linkage.engine.vocabulary import Vocabulary

LEFT, RIGHT = 0, 1
LARGEST = (1 << 17, 1 << 18)  # rows of a piece of either file: most of the right file falls outside the window
SIDE = 1 << 22  # pieces a file may have; pieces of the right file are numbered from here


@dataclass(frozen=True)
class Piece:
    """A span of a file that one task reads; `first` is the row of the file it begins with, `place` where its bytes lie."""

    path: str
    place: str
    span: Span
    first: int

    def open(self) -> Table:
        """The rows of this piece."""
        return replace(open_table(Path(self.place)), path=Path(self.path), rows=self.span.rows, span=self.span)


@dataclass(frozen=True)
class Plan:
    """What every task knows: the model, the pieces of both files, how many ranges each blocking key is parted into."""

    model: Model
    pieces: tuple[tuple[Piece, ...], tuple[Piece, ...]]
    ranges: int

    def numbers(self) -> Iterator[Row]:
        """A row for every piece."""
        for side in (LEFT, RIGHT):
            for number in range(len(self.pieces[side])):
                yield Row(side * SIDE + number, Kind.PIECE, 0, b"")

    def piece(self, part: int) -> tuple[int, int, Piece]:
        """Side, number and piece of a part."""
        side, number = divmod(part, SIDE)
        return side, number, self.pieces[side][number]


@dataclass(frozen=True)
class Book:
    """What is known when all pieces are read: the vocabulary of both files and where the records of each piece begin, counted without
    those that were left out."""

    model: Model
    vocabulary: Vocabulary
    firsts: tuple[Rows, Rows]  # one entry more than pieces: the last is the number of records

    @cached_property
    def comparer(self) -> Comparer:
        """Made once in each process."""
        return Comparer(self.model, self.vocabulary)

    def home(self, side: int, rows: Rows) -> Rows:
        """The piece of each record."""
        return np.searchsorted(self.firsts[side], rows, side="right") - 1

    def cuts(self, side: int, rows: Rows) -> Iterator[tuple[int, slice]]:
        """Which stretch of sorted rows belongs to which piece."""
        at = np.searchsorted(rows, self.firsts[side])
        for number, (a, b) in enumerate(zip(at[:-1].tolist(), at[1:].tolist(), strict=True)):
            if a < b:
                yield number, slice(a, b)


def pieces(table: Table, place: Path, *, side: int, tasks: int) -> tuple[Piece, ...]:
    """The spans of a Parquet file: about `tasks` of them, more when they would be too large."""
    assert isinstance(table.source, pq.ParquetFile)
    if table.rows >= 1 << ROW_BITS:
        raise Refusal(f"Tệp “{table.path.name}” có {table.rows} bản ghi; mỗi lần nối được dưới {1 << ROW_BITS}. Hãy tách tệp.")
    size = max(1, min(LARGEST[side], -(-table.rows // tasks)))
    found, first = [], 0
    for group in range(table.source.metadata.num_row_groups):
        rows = table.source.metadata.row_group(group).num_rows
        count = -(-rows // size)
        edges = [rows * i // count for i in range(count + 1)] if count else []
        for a, b in itertools.pairwise(edges):
            found.append(Piece(str(table.path), str(place), Span(group, a, b - a), first + a))
        first += rows
    return tuple(found)


def unbroken(found: Sequence[Piece], broken: frozenset[str]) -> tuple[Piece, ...]:
    """The pieces, told which columns hold numbers that are not whole."""
    return tuple(replace(piece, span=replace(piece.span, broken=broken)) for piece in found)

"""Rows on their way from the process that parses to the one that asked: packed frames in a file, a description at its end.

A frame is a length and packed text; rows are divided by U+001E, cells by U+001F, which no cell may hold. The first cell of a row is
its number in the sheet, with "h" behind it when the row is hidden, "s" with the places of its struck cells when it has some, and behind
U+001D what stands beside its texts as JSON.
"""

import io
import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, NamedTuple

from mangnon.lib.tables import limits

_LENGTH = struct.Struct("<I")
_END = b"MNSPOOL1"
_FRAME = 1 << 20  # characters
_DIVIDES = "\x1d"
_UNWRITABLE = {0: None, 0x1E: " ", 0x1F: " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


class TooMuch(Exception):
    """More text than any list has."""


class Beside(NamedTuple):
    """What a cell (its place from 0) has besides its text: letters struck out, which are no part of the text, or else a comment on it."""

    place: int
    text: str
    struck: bool = False


class OutOfOrder(Exception):
    """A row does not stand below the one before it: two have one number, or the rows of a sheet are mixed up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Row(NamedTuple):
    """A row with something in it: its number as Excel counts, its texts up to the last filled cell, whether it is hidden, which of its
    cells are struck out (from 0), what some have besides their texts.
    """

    number: int
    cells: list[str]
    hidden: bool = False
    struck: tuple[int, ...] = ()
    beside: tuple[Beside, ...] = ()


def writable(text: str) -> str:
    """A text a frame can hold: no NUL, no separators, no half of a pair."""
    return text.translate(_UNWRITABLE)


class Writer:
    """Writes frames. Rows are given sheet by sheet, from the top; `end_sheet` says where they stand. Raises TooMuch, OutOfOrder."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = self._total = self._waiting = self._rows = self._columns = self._hidden = self._last = 0
        self._lines: list[str] = []
        self._frames: list[int] = []

    def row(
        self, number: int, cells: Sequence[str], *, hidden: bool = False, struck: Sequence[int] = (), beside: Sequence[Beside] = ()
    ) -> None:
        if number <= self._last:
            raise OutOfOrder(number)
        self._last = number
        more = f"{_places(struck) if struck else ''}{_DIVIDES + json.dumps(beside) if beside else ''}"
        line = f"{number}{'h' if hidden else ''}{more}\x1f" + "\x1f".join(cells)
        self._lines.append(line)
        self._waiting += len(line)
        self._rows += 1
        self._hidden += hidden
        if len(cells) > self._columns:
            self._columns = len(cells)
        if self._waiting >= _FRAME:
            self._flush()

    def end_sheet(self) -> dict[str, Any]:
        """What to keep about the rows since the last sheet."""
        self._flush()
        about = {"frames": self._frames, "rows": self._rows, "columns": self._columns, "hidden_rows": self._hidden}
        self._clear()
        return about

    def restart(self) -> None:
        """Forget the rows of the sheet begun; their frames stay in the file unread."""
        self._clear()

    def finish(self, about: dict[str, Any]) -> None:
        """Write the description; without it a spool is unfinished."""
        packed = json.dumps(about).encode()
        self._file.write(packed + _LENGTH.pack(len(packed)) + _END)
        self._file.flush()

    def _flush(self) -> None:
        if not self._lines:
            return
        self._total += self._waiting
        if self._total > limits.SPOOLED:
            raise TooMuch
        packed = zlib.compress("\x1e".join(self._lines).encode("utf-8", "replace"), 1)
        self._file.write(_LENGTH.pack(len(packed)) + packed)
        self._frames.append(self._at)
        self._at += _LENGTH.size + len(packed)
        self._lines, self._waiting = [], 0

    def _clear(self) -> None:
        self._lines, self._frames = [], []
        self._waiting = self._rows = self._columns = self._hidden = self._last = 0


def description(file: BinaryIO) -> dict[str, Any] | None:
    """What the writer said of the whole; None if it never finished."""
    size = file.seek(0, io.SEEK_END)
    tail = _LENGTH.size + len(_END)
    if size < tail:
        return None
    file.seek(size - tail)
    length, end = file.read(_LENGTH.size), file.read()
    if end != _END or (start := size - tail - _LENGTH.unpack(length)[0]) < 0:
        return None
    file.seek(start)
    about: dict[str, Any] = json.loads(file.read(size - tail - start))
    return about


def rows(file: BinaryIO, frames: Sequence[int]) -> Iterator[Row]:
    """The rows of a sheet, one frame in memory at a time."""
    for start in frames:
        file.seek(start)
        (length,) = _LENGTH.unpack(file.read(_LENGTH.size))
        for line in zlib.decompress(file.read(length)).decode().split("\x1e"):
            head, *cells = line.split("\x1f")
            if head.isdecimal():
                yield Row(int(head), cells)
            else:
                head, _, more = head.partition(_DIVIDES)
                number, _, struck = head.partition("s")
                places = tuple(map(int, struck.split(","))) if struck else ()
                beside = tuple(Beside(*one) for one in json.loads(more)) if more else ()
                yield Row(int(number.rstrip("h")), cells, "h" in number, places, beside)


def _places(struck: Sequence[int]) -> str:
    return f"s{','.join(map(str, struck))}"

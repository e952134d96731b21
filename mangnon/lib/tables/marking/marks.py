"""Marks on a list: which cells, how serious, what to say; written for the process that changes the file, and read there row by row."""

import json
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, NamedTuple


class Look(StrEnum):
    """What a marked cell looks like; told apart by frame as well as by colour."""

    STOP = "stop"  # must be fixed
    ASK = "ask"  # waits for an answer
    DONE = "done"  # corrected here, written by us


SAID = {Look.STOP: "Phải sửa", Look.ASK: "Cần trả lời", Look.DONE: "Đã sửa trên trang"}


OURS = "Măng Non: "  # how titles of what we say on a cell begin
LEGEND = "các ô đã đánh dấu"
WIDTH = 62  # characters of our column


def height(note: str) -> int:
    """How high a row must be to show a note, in points."""
    return 16 * sum(1 + len(line) // (WIDTH - 4) for line in note.split("\n"))


class CellMark(NamedTuple):
    """A cell: its column counted from 1, its look, why, and what it shall say instead; None leaves its text."""

    column: int
    look: Look
    why: str = ""
    text: str | None = None


class RowMarks(NamedTuple):
    """A row as Excel counts, what stands in our column beside it, its marked cells."""

    number: int
    note: str
    cells: tuple[CellMark, ...] = ()


@dataclass(frozen=True)
class SheetMarks:
    """Marks of one sheet. `heading` is the last row of its heading, `width` its last column with something in it, ours left out."""

    sheet: str
    heading: int
    width: int
    title: str
    legend: str
    rows: Iterable[RowMarks]


class Marked(NamedTuple):
    """The file given back: its bytes, and of which kind it is ("xlsx", "ods", "csv")."""

    content: bytes
    kind: str


def write(sheets: Iterable[SheetMarks], file: BinaryIO) -> None:
    """Marks as lines: the head of a sheet, then its rows."""
    for sheet in sheets:
        file.write(json.dumps([sheet.sheet, sheet.heading, sheet.width, sheet.title, sheet.legend]).encode() + b"\n")
        for row in sheet.rows:
            file.write(b"%d\t" % row.number + json.dumps([row.note, row.cells]).encode() + b"\n")


class Told:
    """Marks of one sheet as they were written: heads at hand, rows packed until they are asked for."""

    def __init__(self, sheet: str, heading: int, width: int, title: str, legend: str) -> None:
        self.sheet, self.heading, self.width, self.title, self.legend = sheet, heading, width, title, legend
        self.lines: dict[int, bytes] = {}
        self._numbers: list[int] = []

    @property
    def column(self) -> int:
        """Where our column goes when the file has none yet."""
        return self.width + 1

    def within(self, first: int, last: int) -> list[int]:
        """Which rows of a stretch are marked, or hold the title of our column."""
        if len(self._numbers) <= len(self.lines):
            self._numbers = sorted({*self.lines, self.heading})
        return self._numbers[bisect_left(self._numbers, first) : bisect_left(self._numbers, last + 1)]

    def row(self, number: int) -> RowMarks | None:
        """The marks of a row, the title of our column among them."""
        if number == self.heading:
            return RowMarks(number, self.title)
        line = self.lines.get(number)
        if line is None:
            return None
        note, cells = json.loads(line)
        return RowMarks(number, note, tuple(CellMark(column, Look(look), why, text) for column, look, why, text in cells))


def read(file: BinaryIO) -> dict[str, Told]:
    """Marks by sheet."""
    found: dict[str, Told] = {}
    told: Told | None = None
    for line in file:
        if line.startswith(b"["):
            told = Told(*json.loads(line))
            found[told.sheet] = told
        elif told is not None:
            number, _, rest = line.partition(b"\t")
            told.lines[int(number)] = rest
    return found

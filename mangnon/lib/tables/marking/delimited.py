"""Marks in a text file of rows (.csv): our column at the end of marked rows, in the file's own encoding; all other bytes are copied.

Only a cell that a spreadsheet would take for a formula gets the apostrophe that reading takes away again.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from mangnon.lib.tables import delimited as reading
from mangnon.lib.tables import limits, own_column
from mangnon.lib.tables.marking.marks import CellMark, RowMarks, Told
from mangnon.lib.tables.refusing import broken
from mangnon.lib.tables.texts import acts, harmless

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # what Windows-1258 writes behind its vowel


def mark(file: BinaryIO, size: int, name: str, told: Mapping[str, Told], target: BinaryIO) -> None:
    """Write the file with marks."""
    how = reading.manner(file, size, name)
    for by_line in (False, True):
        target.seek(0)
        target.truncate()
        file.seek(0)
        target.write(file.read(how.skip))
        try:
            _Marking(told[reading.SHEET], how, by_line=by_line).run(reading.exact_lines(file, how, name), target, name)
        except (reading.QuoteLeftOpen, csv.Error) as error:
            if by_line:
                raise broken(name) from error
        else:
            return


class _Tape:
    """Lines on their way to the reader of rows, kept until the row they make is known."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._taken.append(line)
            yield line

    def taken(self) -> str:
        text = "".join(self._taken)
        self._taken.clear()
        return text


class _Marking:
    def __init__(self, told: Told, how: reading.Manner, *, by_line: bool) -> None:
        self._told, self._how, self._by_line = told, how, by_line
        self._place = told.column - 1
        self._again = False  # the file came back with our column

    def run(self, lines: Iterator[str], target: BinaryIO, name: str) -> None:
        csv.field_size_limit(4 * limits.CELL_TEXT)
        errors, encoding = reading.kept(self._how.encoding), self._how.encoding
        if self._how.declared:
            target.write(next(lines, "").encode(encoding, errors))
        tape, width = _Tape(lines), 0
        for number, row in enumerate(reading.rows(iter(tape), self._how.separator, by_line=self._by_line), start=1):
            if row and not self._by_line and reading.holds_rows(row, self._how.separator, width):
                raise reading.QuoteLeftOpen
            whole = reading.joined(row, self._how) if 0 < self._how.width < len(row) else row
            width = max(width, len(whole))
            if row and max(map(len, row)) > 100:
                reading.check_long(row, name, number, by_line=self._by_line)
            target.write(self._row(number, whole, tape.taken(), anew=len(whole) < len(row)).encode(encoding, errors))

    def _row(self, number: int, row: list[str], raw: str, *, anew: bool) -> str:
        """A row with its marks; written `anew` when its cells were told apart otherwise than by what divides them."""
        marks = self._told.row(number)
        if number == self._told.heading:
            place = next((at for at, text in enumerate(row) if own_column.is_title(text)), -1)
            self._again, self._place = place >= 0, place if place >= 0 else self._place
        stale = self._again and self._place < len(row) and bool(row[self._place])
        quiet = [harmless(text) if acts(text) else text for text in row]
        body = raw.rstrip("\r\n")
        if marks is None and not stale:
            return raw if quiet == row else self._joined(quiet) + raw[len(body) :]
        marks = marks or RowMarks(number, "")
        changed = self._corrected(quiet, marks.cells)
        if changed != row or stale or anew:
            cells = changed + [""] * (self._place + 1 - len(changed))
            cells[self._place] = self._own(marks.note)
            return self._joined(cells) + raw[len(body) :]
        gap = self._how.separator * (self._place + 1 - len(row))
        return body + gap + self._joined([self._own(marks.note)]) + raw[len(body) :]

    def _corrected(self, row: Sequence[str], marks: Sequence[CellMark]) -> list[str]:
        cells = list(row)
        for mark in marks:
            text = None if mark.text is None else self._writable(harmless(mark.text))
            if text is not None:
                cells += [""] * (mark.column - len(cells))
                cells[mark.column - 1] = text
        return cells

    def _writable(self, text: str) -> str | None:
        """A text in the letters the encoding has; None if it has not all of them, and the cell stays as it is."""
        if self._how.encoding == "cp1258":
            text = "".join(map(_as_1258, unicodedata.normalize("NFC", text)))
        try:
            text.encode(self._how.encoding)
        except UnicodeEncodeError:
            return None
        return text

    def _own(self, note: str) -> str:
        """What we say, on one line; without accents in files of 8 bits, which every font shows alike."""
        note = " ".join(note.split())
        if self._how.encoding[:2] == "cp":
            bare = unicodedata.normalize("NFD", note.replace("đ", "d").replace("Đ", "D").replace("“", "'").replace("”", "'"))
            note = bare.encode("ascii", "ignore").decode()
        return note.replace(self._how.separator, " ").replace('"', "'") if self._by_line else note

    def _joined(self, cells: Sequence[str]) -> str:
        if self._by_line:
            cells = [" ".join(cell.splitlines()) for cell in cells]
        line = io.StringIO()
        csv.writer(line, delimiter=self._how.separator, lineterminator="").writerow(cells)
        return line.getvalue()


def _as_1258(letter: str) -> str:
    pieces = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in pieces if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in pieces if mark not in _TONES)) + tones

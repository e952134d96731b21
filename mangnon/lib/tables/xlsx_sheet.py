"""One sheet of an .xlsx, streamed.

Programs write rows nearly always in one plain form, which patterns read faster than an XML parser by far (xlsx_rows). The parser reads what
stands before and after the rows; at the first row in another form it takes over and reads the rest, so both ways give the same rows.
"""

import pyexpat
import re
from collections.abc import Callable, Iterator
from typing import Any

from mangnon.lib.tables import formulas, limits, markup
from mangnon.lib.tables.addresses import column_letters, column_number, span
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import broken
from mangnon.lib.tables.shared_strings import strikes, unescaped
from mangnon.lib.tables.spans import Spans
from mangnon.lib.tables.spool import Writer
from mangnon.lib.tables.xlsx_comments import Comments
from mangnon.lib.tables.xlsx_page import Meaning, Page
from mangnon.lib.tables.xlsx_rows import PlainRows

_OPENING = re.compile(rb"<sheetData\s*>")
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)""")
_HEAD = 1 << 20
_FORMULA = 1_000  # pieces of a formula that are looked at


def read_sheet(package: Package, part: str, title: str, meaning: Meaning, out: Writer, comments: Comments) -> dict[str, Any]:
    """Write the rows of a sheet; what else is known of it: merged ranges, hidden columns, what cells say besides their texts."""
    reader = _Sheet(Page(title, meaning, out, comments))
    try:
        reader.read(package.blocks(part))
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        raise broken(package.name) from error
    return {"merged": reader.merged, "hidden_columns": reader.hidden_columns, **reader.told.about()}


class _Sheet:
    def __init__(self, page: Page) -> None:
        self._page, self._meaning, self.told = page, page.meaning, page.told
        self.merged = Spans(page.meaning.name, page.title)
        self.hidden_columns: list[int] = []
        self._parser = markup.parser(page.meaning.name)
        self._inside = False  # between <sheetData> and its end
        self._column = 0
        self._hidden = False
        self._cells: list[str] = []
        self._kind = self._style = ""
        self._wanted = self._aloud = self._formula = self._strikes = self._in_formula = False
        self._written: list[str] = []  # of a formula
        self._pieces: list[str] = []
        self._struck: list[str] = []
        self._length = 0
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self, blocks: Iterator[bytes]) -> None:
        head = b""
        for block in blocks:
            head += block
            if (opening := _OPENING.search(head)) or len(head) > _HEAD:
                break
        else:
            opening = _OPENING.search(head)
        encoding = _ENCODING.match(head)
        if opening and (encoding is None or encoding[1].lower() == b"utf-8") and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            self._parser.Parse(head[: opening.end()], False)
            rest = head[opening.end() :]
            rest = PlainRows(self._page).read(rest, blocks) if self._inside else rest
        else:
            rest = head
        self._parser.Parse(rest, False)
        for block in blocks:
            self._parser.Parse(block, False)
        self._parser.Parse(b"", True)

    # what the parser sees

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if handler := _STARTS.get(markup.local(tag)):
            handler(self, attributes)

    def _end(self, tag: str) -> None:
        tag = markup.local(tag)
        if tag == "c":
            self._end_cell()
        elif tag == "row" and self._cells:
            self._page.write(self._cells, sum(map(bool, self._cells)), hidden=self._hidden)
            self._cells = []
        elif tag in ("v", "t"):
            self._wanted = False
        elif tag == "f":
            self._in_formula = False
            if formulas.reaches_out("".join(self._written)):
                self._page.refuse_reaching()
        elif tag == "rPh":
            self._aloud = False
        elif tag == "sheetData":
            self._inside = False

    def _text(self, piece: str) -> None:
        if self._wanted and not self._aloud:
            self._length += len(piece)
            if self._length > 8 * limits.CELL_TEXT:
                self._page.refuse_length(column_letters(self._column))
            (self._struck if self._strikes else self._pieces).append(piece)
        elif self._in_formula and len(self._written) < _FORMULA:
            self._written.append(piece)

    def _start_data(self, _attributes: dict[str, str]) -> None:
        self._inside = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        if number and not (number.isdecimal() and len(number) < 10):
            raise broken(self._meaning.name)
        self._page.row = int(number) if number else self._page.row + 1
        self._hidden = attributes.get("hidden", "") in ("1", "true")
        self._column = 0
        self._cells = []

    def _start_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        known = letters.isalpha() and letters.isascii() and len(letters) < 8
        self._column = column_number(letters) if known else self._column + 1
        self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
        self._pieces.clear()
        self._struck.clear()
        self._length = 0
        self._formula = self._strikes = False

    def _end_cell(self) -> None:
        text, struck = self._letters()
        if not text.strip() and self._kind not in ("str", "inlineStr"):
            if self._formula:
                self._page.note_uncounted(column_letters(self._column))
            return
        shown = self._meaning.value(text.strip() if self._kind not in ("str", "inlineStr") else text, self._kind, self._style)
        if not shown:
            return
        if self._column > limits.COLUMNS:
            self._page.refuse_place(column_letters(self._column) if self._column <= limits.EXCEL_COLUMNS else f"thứ {self._column}, dòng ")
        if len(shown) > limits.CELL_TEXT:
            self._page.refuse_length(column_letters(self._column))
        if self._kind == "d" or self._style in self._meaning.telling:
            self._page.tell(self._column - 1, self._style, self._kind, shown)
        if struck is not None:
            self._page.tell_struck(self._column - 1, struck)
        if self._column > len(self._cells):
            self._cells += [""] * (self._column - len(self._cells))
        elif self._cells[self._column - 1]:
            self._page.refuse_twice(column_letters(self._column))
        self._cells[self._column - 1] = shown

    def _letters(self) -> tuple[str, str | None]:
        """What the cell holds, and its letters that are struck out: "" when all of them are, None when none is."""
        text = "".join(self._pieces)
        if self._kind == "s" and self._meaning.strings.struck and text.strip().isdecimal():
            return text, self._meaning.strings.struck.get(int(text))
        if self._struck and (gone := unescaped("".join(self._struck)).strip()):
            return (text.strip(), gone) if text.strip() else (gone, "")
        return text, None

    def _start_run(self, _attributes: dict[str, str]) -> None:
        self._strikes = False

    def _start_strike(self, attributes: dict[str, str]) -> None:
        self._strikes = strikes(attributes)

    def _start_value(self, _attributes: dict[str, str]) -> None:
        self._wanted = self._inside

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self._formula = self._in_formula = True
        self._written.clear()

    def _start_aloud(self, _attributes: dict[str, str]) -> None:
        self._aloud = True

    def _start_merge(self, attributes: dict[str, str]) -> None:
        if found := span(attributes.get("ref", "")):
            self.merged.add(*found)

    def _start_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden", "") in ("1", "true"):
            first, last = attributes.get("min", "0"), attributes.get("max", "0")
            if first.isdecimal() and last.isdecimal() and len(first) < 7 and len(last) < 7:
                self.hidden_columns += range(int(first), min(int(last), limits.COLUMNS) + 1)


_STARTS: dict[str, Callable[[_Sheet, dict[str, str]], None]] = {
    "c": _Sheet._start_cell,
    "v": _Sheet._start_value,
    "t": _Sheet._start_value,
    "row": _Sheet._start_row,
    "f": _Sheet._start_formula,
    "rPh": _Sheet._start_aloud,
    "r": _Sheet._start_run,
    "strike": _Sheet._start_strike,
    "sheetData": _Sheet._start_data,
    "mergeCell": _Sheet._start_merge,
    "col": _Sheet._start_column,
}

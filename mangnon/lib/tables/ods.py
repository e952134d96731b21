"""OpenDocument spreadsheets (.ods), streamed: rows and columns said to repeat are counted, never copied blindly.

OASIS OpenDocument 1.3, part 3. Numbers come from their value, unless the shown text has zeros in front; days as dd/mm/yyyy.
"""

import re
from typing import Any

from mangnon.lib.tables import formulas, limits, markup, number_formats
from mangnon.lib.tables.addresses import column_letters
from mangnon.lib.tables.ods_rows import folded
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import COPY, UnreadableFile, cell_too_long, password, reaches_out, row_repeated, too_far, too_large
from mangnon.lib.tables.spans import Spans
from mangnon.lib.tables.spool import Writer, writable
from mangnon.lib.tables.telling import Told

_SHOWN_MONTH = re.compile(r"\d{1,2}/\d{4}")
_SHOWN_YEAR = re.compile(r"\d{4}")
_SHOWN_ZEROS = re.compile(r"0\d{1,19}")
_CLOCK = re.compile(r"PT(\d+)H(\d+)M")
_HIDDEN = ("collapse", "filter")
_LINES = ("text-line-through-style", "text-line-through-type")  # how a program says that letters are struck out
_NO_LINE = frozenset({"none"})


def read(package: Package, out: Writer) -> dict[str, Any]:
    """Write the rows of every sheet and say what sheets there are."""
    if b"".join(package.blocks("mimetype"))[:200].strip() not in (
        b"application/vnd.oasis.opendocument.spreadsheet",
        b"application/vnd.oasis.opendocument.spreadsheet-template",
    ):
        raise UnreadableFile(f"Tệp “{package.name}” là dạng OpenDocument khác, không phải bảng tính. Gửi tệp .ods, .xlsx, .xls hoặc .csv.")
    if package.has("META-INF/manifest.xml"):
        locked: list[str] = []
        markup.each_element(
            package.blocks("META-INF/manifest.xml"), package.name, lambda tag, _: locked.append(tag) if tag == "encryption-data" else None
        )
        if locked:
            raise password(package.name)
    return _Content(package, out).read()


class _Content:
    def __init__(self, package: Package, out: Writer) -> None:
        self._package, self._out = package, out
        self._sheets: list[dict[str, Any]] = []
        self._hidden_styles: set[str] = set()
        self._striking_styles: set[str] = set()
        self._told = Told()
        self._style = ""
        self._all_cells = 0
        self._table = 0  # tables inside tables are left out
        self._title = ""
        self._row = self._repeat_row = 0
        self._row_hidden = False
        self._row_style = ""
        self._cells: list[str] = []
        self._column = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._in_text = self._aside = 0
        self._length = 0
        self._merged = Spans(package.name, "")
        self._hidden_columns: list[int] = []
        self._columns = 0

    def read(self) -> dict[str, Any]:
        made = markup.parser(self._package.name)
        made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = self._start, self._end, self._text
        markup.feed(made, folded(self._package.blocks("content.xml")), self._package.name)
        return {"kind": "ods", "sheets": self._sheets, "notes": []}

    def _start(self, tag: str, raw: dict[str, str]) -> None:
        tag = markup.local(tag)
        if tag in ("annotation", "tracked-changes", "shapes", "forms"):
            self._aside += 1
        if self._aside:
            return
        attributes = {markup.local(key): value for key, value in raw.items()}
        if tag == "table":
            self._table += 1
            if self._table == 1:
                self._begin_table(attributes)
        elif tag == "style":
            self._style = attributes.get("name", "")
        elif tag == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "text-properties" and not self._table:
            if not _NO_LINE.issuperset(attributes.get(name, "none") for name in _LINES):
                self._striking_styles.add(self._style)
        elif self._table == 1:
            self._start_inside(tag, attributes)

    def _start_inside(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table-row":
            self._repeat_row = _times(attributes.get("number-rows-repeated"))
            self._row_hidden = attributes.get("visibility") in _HIDDEN
            self._row_style = attributes.get("default-cell-style-name", "")
            self._cells, self._column = [], 0
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell = attributes
            self._paragraphs, self._length = [], 0
        elif tag == "table-column":
            times = _times(attributes.get("number-columns-repeated"))
            if attributes.get("visibility") in _HIDDEN:
                self._hidden_columns += range(self._columns + 1, min(self._columns + times, limits.COLUMNS) + 1)
            self._columns += times
        elif self._cell is not None and tag == "p":
            self._in_text += 1
            self._paragraphs.append("")
        elif self._in_text and tag == "s":
            self._add(" " * min(_times(attributes.get("c")), 100))
        elif self._in_text and tag in ("tab", "line-break"):
            self._add("\t" if tag == "tab" else "\n")

    def _end(self, tag: str) -> None:
        tag = markup.local(tag)
        if tag in ("annotation", "tracked-changes", "shapes", "forms"):
            self._aside -= 1
        elif self._aside:
            return
        elif tag == "table":
            self._table -= 1
            if self._table == 0:
                about = {"name": self._title, "hidden": self._hidden, "merged": self._merged, "hidden_columns": self._hidden_columns}
                self._sheets.append({**about, **self._told.about(), **self._out.end_sheet()})
        elif self._table == 1 and tag == "p" and self._in_text:
            self._in_text -= 1
        elif self._table == 1 and tag in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif self._table == 1 and tag == "table-row":
            self._end_row()

    def _text(self, piece: str) -> None:
        if self._in_text and not self._aside:
            self._add(piece)

    def _add(self, piece: str) -> None:
        self._length += len(piece)
        if self._length > limits.CELL_TEXT:
            raise cell_too_long(self._package.name, cell=f"{column_letters(self._column + 1)}{self._row + 1}", sheet=self._title)
        self._paragraphs[-1] += piece

    def _begin_table(self, attributes: dict[str, str]) -> None:
        if len(self._sheets) >= limits.SHEETS:
            raise UnreadableFile(f"Tệp “{self._package.name}” có hơn {limits.SHEETS} trang, quá nhiều cho một danh sách. {COPY}")
        self._title = attributes.get("name", "")
        self._hidden = attributes.get("style-name", "") in self._hidden_styles
        self._row = self._columns = 0
        self._merged, self._hidden_columns, self._told = Spans(self._package.name, self._title), [], Told()

    def _end_cell(self, attributes: dict[str, str]) -> None:
        times = _times(attributes.get("number-columns-repeated"))
        rows, columns = _times(attributes.get("number-rows-spanned")), _times(attributes.get("number-columns-spanned"))
        if rows > 1 or columns > 1:
            first = (self._row + 1, self._column + 1)
            self._merged.add(*first, min(first[0] + rows - 1, limits.ROWS), min(first[1] + columns - 1, limits.EXCEL_COLUMNS))
        if formulas.reaches_out(attributes.get("formula", "")):
            raise reaches_out(self._package.name, sheet=self._title)
        text = _shown(attributes, "\n".join(self._paragraphs))
        if text:
            if self._column + times > limits.COLUMNS:
                raise too_far(
                    self._package.name, cell=f"{column_letters(min(self._column + times, 1 << 20))}{self._row + 1}", sheet=self._title
                )
            self._cells += [""] * (self._column - len(self._cells)) + [text] * times
            if attributes.get("style-name", self._row_style) in self._striking_styles:
                self._told.strike(self._column)
            if attributes.get("value-type") == "date":
                self._told.day(self._column, text)
        self._column += times

    def _end_row(self) -> None:
        if self._cells:
            last = self._row + self._repeat_row
            self._all_cells += len(self._cells) * self._repeat_row
            if last > limits.ROWS:
                raise too_far(self._package.name, cell=f"A{last}", sheet=self._title)
            if self._all_cells > limits.CELLS:
                raise too_large(self._package.name)
            if self._repeat_row > limits.SAME_ROWS and len(self._cells) - self._cells.count("") >= limits.FULL_ROW:
                raise row_repeated(self._package.name, row=self._row + 1, times=self._repeat_row, sheet=self._title)
            struck = self._told.row()
            for number in range(self._row + 1, last + 1):
                self._out.row(number, self._cells, hidden=self._row_hidden, struck=struck)
        self._row += self._repeat_row


def _times(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 12 else 1


def _shown(attributes: dict[str, str], paragraphs: str) -> str:
    kind = attributes.get("value-type", "")
    value = attributes.get("value", "")
    if kind == "date":
        text = number_formats.iso_day(attributes.get("date-value", ""))
        if _SHOWN_MONTH.fullmatch(paragraphs) and text[3:] == paragraphs.zfill(7):
            return text[3:]
        return text[6:] if _SHOWN_YEAR.fullmatch(paragraphs) and text[6:] == paragraphs else text
    if kind in ("float", "currency") and value:
        return paragraphs if _SHOWN_ZEROS.fullmatch(paragraphs.strip()) else number_formats.shown(value, "")
    if kind == "percentage" and value:
        return number_formats.shown(value, "percent")
    if kind == "boolean":
        return attributes.get("boolean-value", "").upper()
    if kind == "time" and (found := _CLOCK.match(attributes.get("time-value", ""))):
        return f"{found[1]}:{found[2]}"
    return writable(paragraphs or attributes.get("string-value", "")[: limits.CELL_TEXT])

"""The rows of one sheet of an .xlsx, streamed.

Programs write cells nearly always in one plain form, which a pattern reads twice as fast as an XML parser. The parser reads what stands
before and after the rows; at the first row in another form it takes over and reads the rest, so both ways give the same rows.
"""

import pyexpat
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

from mangnon.lib.tables import limits, markup, number_formats
from mangnon.lib.tables.addresses import column_letters, column_number, span
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, cell_too_long, too_far, too_large
from mangnon.lib.tables.shared_strings import Strings, unescaped
from mangnon.lib.tables.spans import Spans
from mangnon.lib.tables.spool import Writer

_OPENING = re.compile(rb"<sheetData\s*>")
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)""")
_ROW = re.compile(r'\s*(?:<row(?: [\w:.]+="[^"<&]*")*\s*/>\s*)*<row((?: [\w:.]+="[^"<&]*")*)\s*>')
_ROW_NUMBER = re.compile(r' r="(\d{1,9})"')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(<f(?: [\w:]+="[^"<]*")*(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>)?'
    r'(?:<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)|(\S.*)',
    re.DOTALL,
)
_HEAD = 1 << 20
_LONGEST_ROW = 8 << 20
_PLACES = {column_letters(number): number - 1 for number in range(1, limits.COLUMNS + 1)}


class _OtherForm(Exception):
    """A row not in the plain form."""


@dataclass
class Meaning:
    """What the cells of a workbook refer to."""

    name: str
    strings: Strings
    styles: dict[str, str]
    from_1904: bool
    cells: int = 0
    uncounted: int = 0  # formulas without a result
    texts: dict[str, str] = field(default_factory=dict)

    def value(self, text: str, kind: str, style: str) -> str:
        """What a cell shows."""
        if kind == "s":
            try:
                return self.strings[int(text)]
            except (ValueError, IndexError) as error:
                raise broken(self.name) from error
        if kind in ("", "n"):
            special = self.styles.get(style, "")
            if not special and text.isdecimal() and text.isascii() and len(text) < 16 and text[0] != "0":
                return text
            return number_formats.shown(text, special, self.from_1904)
        if kind == "b":
            return "TRUE" if text.strip() in ("1", "true") else "FALSE"
        if kind == "d":
            return number_formats.iso_day(text)
        return unescaped(text)


def read_sheet(package: Package, part: str, title: str, meaning: Meaning, out: Writer) -> dict[str, Any]:
    """Write the rows of a sheet; what else is known of it: merged ranges, hidden columns."""
    reader = _Sheet(title, meaning, out)
    try:
        reader.read(package.blocks(part))
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        raise broken(package.name) from error
    return {"merged": reader.merged, "hidden_columns": reader.hidden_columns}


class _Sheet:
    def __init__(self, title: str, meaning: Meaning, out: Writer) -> None:
        self.merged = Spans(meaning.name, title)
        self.hidden_columns: list[int] = []
        self._title, self._meaning, self._out = title, meaning, out
        self._parser = markup.parser(meaning.name)
        self._inside = False  # between <sheetData> and its end
        self._row = self._column = 0
        self._hidden = False
        self._cells: list[str] = []
        self._kind = self._style = ""
        self._wanted = self._aloud = self._formula = False
        self._pieces: list[str] = []
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
            rest = self._scan(rest, blocks) if self._inside else rest
        else:
            rest = head
        self._parser.Parse(rest, False)
        for block in blocks:
            self._parser.Parse(block, False)
        self._parser.Parse(b"", True)

    def _scan(self, rest: bytes, blocks: Iterator[bytes]) -> bytes:
        """Read rows in the plain form; give back what the parser must read, from the first other row or from the end of the rows."""
        while True:
            at = rest.rfind(b"</row>")
            if at >= 0:
                whole = rest[:at].decode("utf-8").split("</row>")
                for done, row in enumerate(whole):
                    try:
                        self._plain_row(row)
                    except _OtherForm:
                        return "</row>".join(whole[done:]).encode() + rest[at:]
                rest = rest[at + 6 :]
            if b"</sheetData" in rest or len(rest) > _LONGEST_ROW:
                return rest
            block = next(blocks, None)
            if block is None:
                return rest
            rest += block

    def _plain_row(self, text: str) -> None:
        head = _ROW.match(text)
        number = _ROW_NUMBER.search(head[1]) if head else None
        if head is None or number is None:
            raise _OtherForm
        cells: list[str] = []
        few, styles = self._meaning.strings.few, self._meaning.styles
        filled = 0
        for letters, style, kind, formula, shown, inline, other in _CELL.findall(text, head.end()):
            if kind == "s" and shown:
                number_of_text = int(shown)
                shown = few[number_of_text] if number_of_text < len(few) else self._meaning.value(shown, kind, style)
            elif other:
                raise _OtherForm
            elif kind or inline or style in styles or not (shown.isdecimal() and shown.isascii() and len(shown) < 16 and shown[0] != "0"):
                shown = self._other_value(letters, number[1], style, kind, formula, shown, inline)
            if not shown:
                continue
            place = _PLACES.get(letters)
            if place is None:
                self._row = int(number[1])
                self._too_far(letters)
            filled += 1
            width = len(cells)
            if place == width:
                cells.append(shown)
            elif place > width:
                cells += [""] * (place - width)
                cells.append(shown)
            else:
                cells[place] = shown
        self._row = int(number[1])
        if cells:
            self._write(cells, filled, ' hidden="1"' in head[1] or ' hidden="true"' in head[1])

    def _other_value(self, letters: str, row: str, style: str, kind: str, formula: str, shown: str, inline: str) -> str:
        """What a cell shows that is no shared text and no plain number."""
        if inline:
            shown, kind = inline, "str"
        elif not shown:
            self._meaning.uncounted += bool(formula)
            return ""
        elif kind == "inlineStr":
            raise _OtherForm
        if "&" in shown:
            plain = markup.without_entities(shown)
            if plain is None:
                raise _OtherForm
            shown = plain
        shown = self._meaning.value(shown, kind, style)
        if len(shown) > limits.CELL_TEXT:
            raise cell_too_long(self._meaning.name, cell=f"{letters}{row}", sheet=self._title)
        return shown

    def _write(self, cells: list[str], filled: int, hidden: bool) -> None:
        if self._row > limits.ROWS:
            raise UnreadableFile(f"Tệp “{self._meaning.name}” có dòng {self._row} ở trang “{self._title}”, vượt giới hạn của Excel. {COPY}")
        self._meaning.cells += filled
        if self._meaning.cells > limits.CELLS:
            raise too_large(self._meaning.name)
        self._out.row(self._row, cells, hidden=hidden)

    def _too_far(self, letters: str) -> NoReturn:
        raise too_far(self._meaning.name, cell=f"{letters}{self._row}", sheet=self._title)

    # what the parser sees

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if handler := _STARTS.get(markup.local(tag)):
            handler(self, attributes)

    def _end(self, tag: str) -> None:
        tag = markup.local(tag)
        if tag == "c":
            self._end_cell()
        elif tag == "row" and self._cells:
            self._write(self._cells, sum(map(bool, self._cells)), self._hidden)
            self._cells = []
        elif tag in ("v", "t"):
            self._wanted = False
        elif tag == "rPh":
            self._aloud = False
        elif tag == "sheetData":
            self._inside = False

    def _text(self, piece: str) -> None:
        if self._wanted and not self._aloud:
            self._length += len(piece)
            if self._length > 8 * limits.CELL_TEXT:
                raise cell_too_long(self._meaning.name, cell=f"{column_letters(self._column)}{self._row}", sheet=self._title)
            self._pieces.append(piece)

    def _start_data(self, _attributes: dict[str, str]) -> None:
        self._inside = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isdecimal() and len(number) < 10 else self._row + 1
        self._hidden = attributes.get("hidden", "") in ("1", "true")
        self._column = 0
        self._cells = []

    def _start_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        known = letters.isalpha() and letters.isascii() and len(letters) < 8
        self._column = column_number(letters) if known else self._column + 1
        self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
        self._pieces.clear()
        self._length = 0
        self._formula = False

    def _end_cell(self) -> None:
        text = "".join(self._pieces)
        if not text.strip() and self._kind not in ("str", "inlineStr"):
            self._meaning.uncounted += self._formula
            return
        shown = self._meaning.value(text.strip() if self._kind not in ("str", "inlineStr") else text, self._kind, self._style)
        if not shown:
            return
        if self._column > limits.COLUMNS:
            self._too_far(column_letters(self._column) if self._column <= limits.EXCEL_COLUMNS else f"thứ {self._column}, dòng ")
        if len(shown) > limits.CELL_TEXT:
            raise cell_too_long(self._meaning.name, cell=f"{column_letters(self._column)}{self._row}", sheet=self._title)
        if self._column > len(self._cells):
            self._cells += [""] * (self._column - len(self._cells))
        self._cells[self._column - 1] = shown

    def _start_value(self, _attributes: dict[str, str]) -> None:
        self._wanted = self._inside

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self._formula = True

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
    "sheetData": _Sheet._start_data,
    "mergeCell": _Sheet._start_merge,
    "col": _Sheet._start_column,
}

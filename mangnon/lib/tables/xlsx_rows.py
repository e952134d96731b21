"""Rows of an .xlsx in the plain form nearly all programs write them in, read by patterns.

Rows that look like one that held nothing are passed over unread; of the others, the cells that hold a number or a shared text are read by
one pattern for all of them, and only what is left cell by cell.
"""

import re
from collections.abc import Iterator
from functools import cache

from mangnon.lib.tables import formulas, limits, markup
from mangnon.lib.tables.addresses import column_letters
from mangnon.lib.tables.xlsx_page import Page

_ROW = re.compile(r'((?: [\w:.]++="[^"<&]*+")*+)\s*+(/?)>')
_NUMBER = re.compile(r' r="(\d{1,9})"')
_FORMULA = r'<f(?: [\w:]++="[^"<]*+")*+(?:/>|>[^<]*+</f>)'
_CELL = re.compile(
    rf'<c r="([A-Z]{{1,3}})\d++"(?: s="(\d++)")?+(?: t="(\w++)")?+(?:/>|>({_FORMULA})?+(?:<v>([^<]*+)</v>)?+'
    r'(?:<is><t(?: xml:space="preserve")?+>([^<]*+)</t></is>)?+</c>)|(\S.*)',
    re.DOTALL,
)
_SIMPLE_CELL = r'(?:<c r="%s\d++"(?: s="(\d++)")?+( t="s")?+(?:/>|>(?:' + _FORMULA + r")?+<v>([0-9.]{1,99}+)</v></c>))?+"
_NOTHING = re.compile(r'\s*+(?:<c(?: [\w:.]++="[^"<&]*+")*+\s*+(?:/>|>(?:<v/>|<v></v>)?+</c>)\s*+)*+')
_SIMPLE = 64  # columns the pattern of simple cells reaches at most
_LONGEST = 8 << 20
_FIGURES_ALIKE = bytes(48 if 48 <= byte < 58 else byte for byte in range(256))
_FORMS = 1_000
_PLACES = {column_letters(number): number - 1 for number in range(1, limits.COLUMNS + 1)}


class _OtherForm(Exception):
    """A row not in the plain form."""


class PlainRows:
    """Reads rows of a page as long as they are in the plain form."""

    def __init__(self, page: Page) -> None:
        self._page, self._meaning = page, page.meaning
        self._width = 0
        self._empty: dict[bytes, slice] = {}  # rows that held nothing, figures alike → where their number stands
        self._last_empty = b""  # the form of the last row, if it held nothing
        self._telling: dict[tuple[str, ...], list[int]] = {}  # formats of a row → where those are that say more than a text
        self._late = 0  # columns that had shown a late day when this was noted

    def read(self, rest: bytes, blocks: Iterator[bytes]) -> bytes:
        """Write rows; give back what the parser must read, from the first row in another form or from the end of the rows."""
        while True:
            end = rest.find(b"</sheetData")
            at = end if end >= 0 else rest.rfind(b"<row")
            if at > 0:
                if other := self._whole_rows(rest[:at]):
                    return other + rest[at:]
                rest = rest[at:]
            if end >= 0 or len(rest) > _LONGEST or (block := next(blocks, None)) is None:
                return rest
            rest += block

    def _whole_rows(self, whole: bytes) -> bytes:
        """Write rows; give back those from the first one in another form."""
        if self._pass_over(whole):
            return b""
        if formulas.any_reaches_out(whole):
            self._page.refuse_reaching()
        before, *rows = whole.split(b"<row")
        if before.strip():
            return whole
        for done, row in enumerate(rows):
            form = row.translate(_FIGURES_ALIKE) if self._empty else b""
            if form in self._empty:
                self._count(row, self._empty[form], 1)
                continue
            above = self._page.row
            try:
                self._row(row)
            except _OtherForm:
                self._page.read_again(above)
                return b"<row" + b"<row".join(rows[done:])
        last = rows[-1].translate(_FIGURES_ALIKE) if rows and self._empty else b""
        self._last_empty = b"<row" + last if last in self._empty else b""
        return b""

    def _pass_over(self, whole: bytes) -> bool:
        """Pass over rows that all have the form of the last one before them, which held nothing: sheets end in a million of them."""
        form = self._last_empty
        times = len(whole) // len(form) if form else 0
        if not times or whole.translate(_FIGURES_ALIKE) != form * times:
            return False
        self._count(whole[-len(form) + 4 :], self._empty[form[4:]], times)
        return True

    def _count(self, row: bytes, number: slice, rows: int) -> None:
        self._page.row = int(row[number]) if number.stop else self._page.row + rows

    def _row(self, row: bytes) -> None:
        text = row.decode("utf-8").rstrip()
        head = _ROW.match(text)
        closing = "" if head and head[2] else "</row>"
        if head is None or not text.endswith(closing) or (not closing and head.end() < len(text)):
            raise _OtherForm
        number = _NUMBER.search(head[1])
        if number is None and ' r="' in head[1]:
            raise _OtherForm
        self._page.row = int(number[1]) if number else self._page.row + 1
        begin, upto = head.end(), len(text) - len(closing)
        cells, at = self._simple_cells(text, begin, upto)
        filled = len(cells) - cells.count("")
        if at < upto and not _NOTHING.fullmatch(text, at, upto):
            filled += self._other_cells(text, at, upto, cells)
        if cells:
            self._page.write(cells, filled, hidden=' hidden="1"' in head[1] or ' hidden="true"' in head[1])
        elif len(self._empty) < _FORMS and text.isascii() and _NOTHING.fullmatch(text, begin, upto):
            self._empty[row.translate(_FIGURES_ALIKE)] = slice(*number.span(1)) if number else slice(0)

    def _simple_cells(self, text: str, at: int, upto: int) -> tuple[list[str], int]:
        """Cells from the first column on that hold a number, a shared text or nothing, and where they end."""
        if not self._width or not (found := _simple_row(self._width).match(text, at, upto)):
            return [], at
        few, value = self._meaning.strings.few, self._meaning.value
        held = len(few)
        texts = found.groups("")
        each = iter(texts)
        cells = [
            "" if not shown else few[place] if kind and (place := int(shown)) < held else value(shown, "s" if kind else "", style)
            for style, kind, shown in zip(each, each, each, strict=True)
        ]
        while cells and not cells[-1]:
            cells.pop()
        if self._meaning.telling:
            self._tell(texts, cells)
        if struck := self._meaning.strings.struck:
            for place, number in enumerate(texts[2 : 3 * len(cells) : 3]):
                if texts[3 * place + 1] and (gone := struck.get(int(number))) is not None:
                    self._page.tell_struck(place, gone)
        return cells, found.end()

    def _tell(self, texts: tuple[str, ...], cells: list[str]) -> None:
        """Note what simple cells say besides their texts. Most rows have the formats of one before them."""
        styles = texts[::3]
        places = self._telling.get(styles)
        if places is None:
            meaning, late = self._meaning, self._page.told.late
            telling = [(place, style) for place, style in enumerate(styles) if style in meaning.telling]
            places = [place for place, style in telling if style in meaning.struck or place not in late]
            if len(self._telling) < _FORMS:
                self._telling[styles] = places
        if not places:
            return
        if len(self._page.told.late) != self._late:
            self._late = len(self._page.told.late)
            self._telling.clear()
        for place in places:
            if place < len(cells) and cells[place]:
                self._page.tell(place, styles[place], "s" if texts[3 * place + 1] else "", cells[place])

    def _other_cells(self, text: str, at: int, upto: int, cells: list[str]) -> int:
        """Read cells one by one into those there are; how many were filled."""
        few, struck, telling, filled = self._meaning.strings.few, self._meaning.strings.struck, self._meaning.telling, 0
        uncounted: list[str] = []
        for letters, style, kind, formula, shown, inline, other in _CELL.findall(text, at, upto):
            if other:
                raise _OtherForm
            raw = shown
            if kind == "s" and shown and (number := int(shown)) < len(few):
                shown = few[number]
            elif shown or inline:
                shown = self._value(letters, style, kind, shown, inline)
            if not shown:
                if formula and kind != "str":  # a formula may come to an empty text
                    uncounted.append(letters)
                continue
            place = _PLACES.get(letters)
            if place is None:
                self._page.refuse_place(letters)
            filled += 1
            if style in telling:
                self._page.tell(place, style, kind, shown)
            if struck and kind == "s" and (gone := struck.get(int(raw))) is not None:
                self._page.tell_struck(place, gone)
            if place >= len(cells):
                cells += [""] * (place + 1 - len(cells))
            elif cells[place]:
                self._page.refuse_twice(letters)
            cells[place] = shown
        for letters in uncounted:
            self._page.note_uncounted(letters)
        if len(cells) > self._width:
            self._width = min(_SIMPLE, len(cells))
        return filled

    def _value(self, letters: str, style: str, kind: str, shown: str, inline: str) -> str:
        if inline:
            shown, kind = inline, "str"
        elif kind == "inlineStr":
            raise _OtherForm
        if "&" in shown:
            plain = markup.without_entities(shown)
            if plain is None:
                raise _OtherForm
            shown = plain
        shown = self._meaning.value(shown, kind, style)
        if len(shown) > limits.CELL_TEXT:
            self._page.refuse_length(letters)
        return shown


@cache
def _simple_row(columns: int) -> re.Pattern[str]:
    """Simple cells of the first columns, each with its format, whether it is a shared text, and what stands in it."""
    return re.compile("".join(_SIMPLE_CELL % column_letters(number) for number in range(1, columns + 1)))

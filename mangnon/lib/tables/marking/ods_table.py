"""One table of an OpenDocument spreadsheet with marks; rows and cells said to repeat are divided where one of them is marked."""

from typing import NamedTuple
from xml.sax.saxutils import escape

from mangnon.lib.tables import own_column
from mangnon.lib.tables.marking import marks as marking
from mangnon.lib.tables.marking.marks import SAID, CellMark, RowMarks, Told
from mangnon.lib.tables.marking.ods_styles import Styles
from mangnon.lib.tables.marking.splicing import Splicer, Tag, end_of, tags, text_of
from mangnon.lib.tables.texts import harmless

_NAMES = (
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_VALUES = (
    b"office:value-type", b"office:value", b"office:date-value", b"office:time-value", b"office:boolean-value", b"office:string-value",
    b"office:currency", b"calcext:value-type",
)  # fmt: skip
_CELLS = (b"table-cell", b"covered-table-cell")
_ASIDE = (b"shapes", b"forms", b"named-expressions", b"title", b"desc")
_LAST_COLUMN = 1024


class _Cell(NamedTuple):
    column: int  # of the first, when it repeats
    times: int
    tag: Tag
    whole: bytes


class Marking:
    """A table being marked. `column` is where our column stands if the file came back with it, 0 if that is not known (yet)."""

    def __init__(self, told: Told, styles: Styles, column: int) -> None:
        self._told, self._styles = told, styles
        self.found = column
        self._again = bool(column)
        self._column = column or told.column
        self._defaults: list[bytes] = []  # formats of cells by column
        self._columns_done = False
        self._usual: dict[int, bytes] = {}

    def run(self, splicer: Splicer, table: Tag) -> None:
        """Copy the table with its marks."""
        number = 0
        while (tag := splicer.next()) and not (tag.closing and tag.name == table.name):
            if tag.closing:
                continue
            if tag.local in _ASIDE:
                splicer.skip()
            elif tag.local == b"table-column":
                self._take_column(splicer, tag)
            elif tag.local == b"table-row":
                if not self._columns_done:
                    splicer.put(self._missing_columns(tag.prefix))
                times = _times(tag, b"number-rows-repeated")
                self._take_rows(splicer, tag, number + 1, number + times)
                number += times

    def _take_column(self, splicer: Splicer, tag: Tag) -> None:
        times, first = _times(tag, b"number-columns-repeated"), len(self._defaults) + 1
        self._defaults += [tag.own(b"default-cell-style-name")] * min(times, max(0, _LAST_COLUMN - len(self._defaults)))
        if first <= self._column < first + times and not self._again:
            repeated = tag.prefix + b"number-columns-repeated"
            own = {repeated: None, tag.prefix + b"style-name": b"mangnon_column", tag.prefix + b"visibility": None}
            before, after = self._column - first, first + times - 1 - self._column
            pieces = [tag.written({repeated: b"%d" % count}) for count in (before,) if count]
            pieces += [tag.written(own), *(tag.written({repeated: b"%d" % count}) for count in (after,) if count)]
            splicer.replace(b"".join(pieces))
            self._columns_done = True

    def _missing_columns(self, prefix: bytes) -> bytes:
        self._columns_done = True
        gap = self._column - 1 - len(self._defaults)
        if self._again or gap < 0:
            return b""
        filler = b'<%stable-column %snumber-columns-repeated="%d"/>' % (prefix, prefix, gap) if gap else b""
        return filler + b'<%stable-column %sstyle-name="mangnon_column"/>' % (prefix, prefix)

    def _take_rows(self, splicer: Splicer, tag: Tag, first: int, last: int) -> None:
        wanted = self._told.within(first, last)
        if not wanted and not (self._again and last - first < 100):
            splicer.skip()
            return
        whole = splicer.take()
        opening = next(tags(whole))
        cells = [] if opening.empty else _cells_of(whole, opening)
        if not self.found and self._told.heading in wanted:
            self.found = next((cell.column for cell in cells if own_column.is_title(text_of(_without_own_remark(cell.whole)))), 0)
        repeated = opening.prefix + b"number-rows-repeated"
        pieces, at = [], first
        for number in wanted if wanted else range(first, last + 1):
            if number > at:
                pieces.append(opening.written({repeated: b"%d" % (number - at)}) + whole[opening.end :])
            pieces.append(self._row(opening, cells, self._told.row(number) or RowMarks(number, "")))
            at = number + 1
        if at <= last:
            pieces.append(opening.written({repeated: b"%d" % (last + 1 - at)}) + whole[opening.end :])
        splicer.put(b"".join(pieces))

    def _row(self, opening: Tag, cells: list[_Cell], marks: RowMarks) -> bytes:
        wanted = {mark.column: mark for mark in marks.cells}
        changed: dict[bytes, bytes | None] = {opening.prefix + b"number-rows-repeated": None}
        if marks.note:
            changed[opening.prefix + b"style-name"] = b"mangnon_row"
        pieces, reached = [opening.written(changed, empty=False)], 0
        for cell in cells:
            pieces += self._cell(opening, cell, wanted, marks)
            reached = cell.column + cell.times - 1
        for column in sorted({*wanted, self._column}):
            if column > reached and (column in wanted or marks.note):
                if (gap := column - reached - 1) > 0:
                    pieces.append(self._blank(opening.prefix, gap))
                blank = Tag(0, 0, False, opening.prefix + b"table-cell", b"/")
                pieces.append(self._one(opening, blank, b"", column, wanted.get(column), marks))
                reached = column
        return b"".join(pieces) + b"</" + opening.name + b">"

    def _cell(self, opening: Tag, cell: _Cell, wanted: dict[int, CellMark], marks: RowMarks) -> list[bytes]:
        """A cell, or several that repeat, divided where one of them changes."""
        repeated = cell.tag.prefix + b"number-columns-repeated"
        last = cell.column + cell.times - 1
        changing = sorted(column for column in {*wanted, self._column} if cell.column <= column <= last)
        inner = cell.whole[cell.tag.end :]
        pieces, at = [], cell.column
        for column in changing:
            if column > at:
                pieces.append(cell.tag.written({repeated: b"%d" % (column - at)}) + inner)
            pieces.append(self._one(opening, cell.tag, inner, column, wanted.get(column), marks))
            at = column + 1
        if at == cell.column:
            return [self._unmarked(cell)]
        if at <= last:
            pieces.append(cell.tag.written({repeated: b"%d" % (last + 1 - at)}) + inner)
        return pieces

    def _one(self, opening: Tag, tag: Tag, inner: bytes, column: int, mark: CellMark | None, marks: RowMarks) -> bytes:
        """One cell alone: ours, or marked."""
        alone: dict[bytes, bytes | None] = {tag.prefix + b"number-columns-repeated": None}
        if column == self._column:
            if not marks.note:
                return self._blank(tag.prefix, 1)
            style = b"mangnon_head" if marks.number == self._told.heading else b"mangnon_note"
            why = self._told.legend if marks.number == self._told.heading else ""
            return _said(Tag(0, 0, False, tag.prefix + b"table-cell", b"/"), style, marks.note, _remark(marking.LEGEND, why))
        assert mark is not None
        style = tag.own(b"style-name") or opening.own(b"default-cell-style-name") or self._default(column)
        style = self._styles.look(self._bare(column, style), mark.look)
        remark = _remark(SAID[mark.look].lower(), mark.why)
        inner = _without_own_remark(inner)
        if mark.text is not None and not tag.own(b"formula"):
            return _said(Tag(0, 0, False, tag.name, tag.rest), style, mark.text, remark, alone)
        if b"annotation" in inner:
            remark = b""  # a cell holds one remark, and this one is the sender's
        opened = tag.written(alone | {tag.prefix + b"style-name": style}, empty=False)
        return opened + remark + (inner if not tag.empty else b"</" + tag.name + b">")

    def _unmarked(self, cell: _Cell) -> bytes:
        style = cell.tag.own(b"style-name")
        if not self._styles.is_own(style):
            if cell.times == 1 and cell.tag.local == b"table-cell":
                self._usual[cell.column] = style or self._default(cell.column)
            return cell.whole
        bare = self._bare(cell.column, style)
        opened = cell.tag.written({cell.tag.prefix + b"style-name": bare or None})
        return opened + _without_own_remark(cell.whole[cell.tag.end :])

    def _bare(self, column: int, style: bytes) -> bytes:
        """The format without a mark of ours from before: what the column usually looks like."""
        if not self._styles.is_own(style):
            return style
        return self._usual[column] if column in self._usual else self._styles.unmarked(style)

    def _default(self, column: int) -> bytes:
        return self._defaults[column - 1] if column <= len(self._defaults) else b""

    def _blank(self, prefix: bytes, times: int) -> bytes:
        return b'<%stable-cell %snumber-columns-repeated="%d"/>' % (prefix, prefix, times)


def _said(tag: Tag, style: bytes, text: str, remark: bytes, changed: dict[bytes, bytes | None] | None = None) -> bytes:
    """A cell of text."""
    own = dict.fromkeys(_VALUES) | (changed or {}) | {tag.prefix + b"style-name": style}
    if not text:
        return tag.written(own, empty=False) + remark + b"</" + tag.name + b">"
    own |= {b"xmlns:office": b"urn:oasis:names:tc:opendocument:xmlns:office:1.0", b"office:value-type": b"string"}
    return tag.written(own, empty=False) + remark + _paragraphs(harmless(text)) + b"</" + tag.name + b">"


def _paragraphs(text: str) -> bytes:
    lines = (b"<text:p%s>%s</text:p>" % (_NAMES, escape(line).encode("utf-8", "replace")) for line in text.split("\n"))
    return b"".join(lines)


def _remark(title: str, why: str) -> bytes:
    """A remark on a cell, seen when it is pointed at."""
    return b"<office:annotation%s>%s</office:annotation>" % (_NAMES, _paragraphs(f"{marking.OURS}{title}\n{why}")) if why else b""


def _without_own_remark(inner: bytes) -> bytes:
    for tag in tags(inner):
        if tag.local == b"annotation" and not tag.closing:
            end = end_of(inner, tag)
            return inner[: tag.start] + inner[end:] if marking.OURS in text_of(inner[tag.start : end]) else inner
    return inner


def _cells_of(whole: bytes, opening: Tag) -> list[_Cell]:
    cells: list[_Cell] = []
    at, column = opening.end, 1
    for tag in tags(whole, at):
        if tag.start < at or tag.closing:
            continue
        at = end_of(whole, tag)
        if tag.local in _CELLS:
            times = _times(tag, b"number-columns-repeated")
            cells.append(_Cell(column, times, tag.alone(), whole[tag.start : at]))
            column += times
    return cells


def _times(tag: Tag, name: bytes) -> int:
    return max(1, tag.number(tag.prefix + name, 1))

"""One sheet of an .xlsx with marks: formats of cells, our column, a prompt where a cell is chosen (ECMA-376 part 1, 18.3)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from mangnon.lib.tables import own_column
from mangnon.lib.tables.addresses import column_letters, column_number, span
from mangnon.lib.tables.marking import marks as marking
from mangnon.lib.tables.marking.marks import SAID, CellMark, RowMarks, Told
from mangnon.lib.tables.marking.splicing import Splicer, Tag, end_of, tags, text_of
from mangnon.lib.tables.marking.xlsx_styles import Styles
from mangnon.lib.tables.texts import harmless

_PROMPT = 250  # characters Excel shows when a cell is chosen; it holds 255
_PROMPTS = 2_000  # different ones in a sheet
_REFERENCES = 60  # cells one prompt names at once
_PLAIN = re.compile(rb'<c r="([A-Z]{1,3})\d+"((?: [\w:]+="[^"<>]*")*)(?:/>|>.*?</c>)', re.DOTALL)  # how cells are nearly always written
_AFTER_VALIDATIONS = frozenset(
    (
        b"hyperlinks", b"printOptions", b"pageMargins", b"pageSetup", b"headerFooter", b"rowBreaks", b"colBreaks", b"customProperties",
        b"cellWatches", b"ignoredErrors", b"smartTags", b"drawing", b"legacyDrawing", b"legacyDrawingHF", b"drawingHF", b"picture",
        b"oleObjects", b"controls", b"webPublishItems", b"tableParts", b"extLst", b"AlternateContent",
    )
)  # fmt: skip


@dataclass
class _Cell:
    column: int
    tag: Tag
    whole: bytes


@dataclass
class Marking:
    """A sheet being marked. `column` is ours; `again`: the file came back with our marks in it, so every row is looked at."""

    told: Told
    styles: Styles
    column: int
    again: bool = False
    prompts: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)  # title, words → cells
    taken: list[tuple[int, int, int, int]] = field(default_factory=list)  # ranges with a validation of the sender's
    usual: dict[int, int] = field(default_factory=dict)  # column → format of its cells that bear no mark
    validated: bool = False
    columns_done: bool = False

    def run(self, splicer: Splicer) -> None:
        """Copy the sheet with its marks."""
        root = splicer.next()
        while (tag := splicer.next()) and root:
            if tag.closing or tag.local in _AFTER_VALIDATIONS:
                self._put_validations(splicer, root.prefix)
            if tag.closing:
                break
            handler = {
                b"dimension": self._dimension, b"cols": self._cols, b"sheetData": self._data, b"dataValidations": self._validations,
            }.get(tag.local)  # fmt: skip
            if handler:
                handler(splicer, tag)
            else:
                splicer.skip()
        splicer.finish()

    def _dimension(self, splicer: Splicer, tag: Tag) -> None:
        if (found := span(tag.get(b"ref").decode())) and found[3] < self.column:
            ref = f"{column_letters(found[1])}{found[0]}:{column_letters(self.column)}{found[2]}"
            splicer.replace(tag.written({b"ref": ref.encode()}))

    def _cols(self, splicer: Splicer, tag: Tag) -> None:
        self.columns_done = True
        if tag.empty:
            splicer.replace(self._own_cols(tag.prefix))
            return
        wanted = True
        while (one := splicer.next()) and not (one.closing and one.local == b"cols"):
            first, last = one.number(b"min"), one.number(b"max")
            if one.local != b"col" or one.closing or not first:
                continue
            if first <= self.column <= last:
                pieces = [one.written({b"max": b"%d" % (self.column - 1)})] if first < self.column else []
                pieces.append(self._own_col(one.prefix) if not self.again else one.written({b"min": self._number, b"max": self._number}))
                pieces += [one.written({b"min": b"%d" % (self.column + 1)})] if last > self.column else []
                splicer.replace(b"".join(pieces))
                wanted = False
            elif first > self.column and wanted:
                splicer.put(self._own_col(one.prefix))
                wanted = False
        if wanted:
            splicer.put(self._own_col(tag.prefix))

    @property
    def _number(self) -> bytes:
        return b"%d" % self.column

    def _own_col(self, prefix: bytes) -> bytes:
        return b'<%scol min="%d" max="%d" width="%d" customWidth="1"/>' % (prefix, self.column, self.column, marking.WIDTH)

    def _own_cols(self, prefix: bytes) -> bytes:
        return b"<%scols>%s</%scols>" % (prefix, self._own_col(prefix), prefix)

    def _data(self, splicer: Splicer, tag: Tag) -> None:
        if not self.columns_done:
            splicer.put(self._own_cols(tag.prefix))
        if tag.empty:
            return
        number = 0
        while (one := splicer.next()) and not (one.closing and one.local == b"sheetData"):
            if one.local != b"row" or one.closing:
                continue
            number = one.number(b"r", number + 1)
            marks = self.told.row(number)
            if marks is None and not self.again:
                splicer.skip()
            elif one.empty:
                if marks is not None:
                    splicer.replace(self._row(one, [], number, marks, b"</" + one.name + b">"))
            else:
                whole = splicer.take()
                opening = next(tags(whole))
                cells, close = cells_of(whole, opening)
                splicer.put(self._row(opening, cells, number, marks or RowMarks(number, ""), close))

    def _row(self, opening: Tag, cells: Sequence[_Cell], number: int, marks: RowMarks, close: bytes) -> bytes:
        """A row with its marks; cells stand in order, so new ones go where they belong."""
        wanted = {mark.column: mark for mark in marks.cells}
        old = {cell.column: cell for cell in cells}
        pieces = [self._opening(opening, marks.note)]
        for column in sorted({*old, *wanted, self.column}):
            cell, mark = old.get(column), wanted.get(column)
            if column == self.column:
                pieces.append(self._note(opening.prefix, number, marks))
            elif mark is not None:
                pieces.append(self._marked(opening, cell, number, mark))
            elif cell is not None:
                pieces.append(self._unmarked(cell, number) if self.again else cell.whole)
        return b"".join(pieces) + close

    def _opening(self, opening: Tag, note: str) -> bytes:
        """The row's own tag: its cells reach further now, and it is as high as our note needs."""
        changed: dict[bytes, bytes | None] = {b"spans": None}
        if (height := marking.height(note)) > _points(opening.get(b"ht")) and note:
            changed |= {b"ht": b"%d" % height, b"customHeight": b"1"}
        return opening.written(changed, empty=False)

    def _note(self, prefix: bytes, number: int, marks: RowMarks) -> bytes:
        if not marks.note:
            return b""
        if number == self.told.heading:
            self._prompt(number, self.column, marking.LEGEND, self.told.legend)
        style = self.styles.head() if number == self.told.heading else self.styles.note()
        return self._text(prefix, number, self.column, style, marks.note)

    def _marked(self, opening: Tag, cell: _Cell | None, number: int, mark: CellMark) -> bytes:
        style = cell.tag.number(b"s") if cell else opening.number(b"s")
        style = self.styles.look(self._bare(mark.column, style), mark.look)
        if mark.why:
            self._prompt(number, mark.column, SAID[mark.look].lower(), mark.why)
        formula = cell is not None and any(tag.local == b"f" for tag in tags(cell.whole, cell.tag.end))
        if cell is not None and (mark.text is None or formula):
            where = b"%s%d" % (column_letters(mark.column).encode(), number)
            return cell.tag.written({b"r": where, b"s": b"%d" % style}) + cell.whole[cell.tag.end :]
        return self._text(opening.prefix, number, mark.column, style, mark.text or "")

    def _unmarked(self, cell: _Cell, number: int) -> bytes:
        style = cell.tag.number(b"s")
        if not self.styles.is_own(style):
            if number > self.told.heading:
                self.usual.setdefault(cell.column, style)
            return cell.whole
        return cell.tag.written({b"s": b"%d" % self._bare(cell.column, style)}) + cell.whole[cell.tag.end :]

    def _bare(self, column: int, style: int) -> int:
        """The format without a mark of ours from before; if the cell's own was lost on the way, what the column usually looks like."""
        if not self.styles.is_own(style):
            return style
        return self.styles.unmarked(style) if self.styles.remembers(style) or column not in self.usual else self.usual[column]

    def _text(self, prefix: bytes, number: int, column: int, style: int, text: str) -> bytes:
        where = b'r="%s%d" s="%d"' % (column_letters(column).encode(), number, style)
        if not text:
            return b"<%sc %s/>" % (prefix, where)
        shown = escape(harmless(text)).encode("utf-8", "replace")
        return b'<%sc %s t="inlineStr"><%sis><%st xml:space="preserve">%s</%st></%sis></%sc>' % (
            prefix, where, prefix, prefix, shown, prefix, prefix, prefix,
        )  # fmt: skip

    def _prompt(self, number: int, column: int, title: str, why: str) -> None:
        key = (title, why[:_PROMPT])
        if key in self.prompts or len(self.prompts) < _PROMPTS:
            self.prompts.setdefault(key, []).append((number, column))

    def _validations(self, splicer: Splicer, tag: Tag) -> None:
        """The sender's own stay; ours from an earlier time go, and the new ones come in at the end."""
        if tag.empty:
            return self._put_validations(splicer, tag.prefix)
        splicer.replace(tag.written({b"count": None}))
        while (one := splicer.next()) and not (one.closing and one.local == b"dataValidations"):
            if one.local != b"dataValidation" or one.closing:
                continue
            if text_of(one.get(b"promptTitle")).startswith(marking.OURS):
                splicer.take()
                continue
            self.taken += filter(None, (span(ref) for ref in one.get(b"sqref").decode("utf-8", "replace").split()))
            splicer.skip()
        splicer.put(self._written_prompts(tag.prefix))
        self.validated = True
        return None

    def _put_validations(self, splicer: Splicer, prefix: bytes) -> None:
        if not self.validated and (prompts := self._written_prompts(prefix)):
            splicer.put(b"<%sdataValidations>%s</%sdataValidations>" % (prefix, prompts, prefix))
        self.validated = True

    def _written_prompts(self, prefix: bytes) -> bytes:
        pieces = []
        for (title, why), cells in self.prompts.items():
            free = [(row, column) for row, column in cells if not self._is_taken(row, column)]
            for start in range(0, len(free), _REFERENCES):
                refs = " ".join(f"{column_letters(column)}{row}" for row, column in free[start : start + _REFERENCES])
                pieces.append(
                    f'dataValidation allowBlank="1" showInputMessage="1" promptTitle="{marking.OURS}{title}" '
                    f'prompt="{_attribute(why)}" '
                    f'sqref="{refs}"/>'
                )
        return b"".join(b"<" + prefix + piece.encode("utf-8", "replace") for piece in pieces)

    def _is_taken(self, row: int, column: int) -> bool:
        return any(first <= row <= last and left <= column <= right for first, left, last, right in self.taken)


def cells_of(whole: bytes, opening: Tag) -> tuple[list[_Cell], bytes]:
    """The cells of a row and its closing tag. A cell without an address stands right of the one before."""
    cells: list[_Cell] = []
    at, column = opening.end, 0
    for found in _PLAIN.finditer(whole, at):
        if found.start() != at:
            break
        at, begin = found.end(), found.end(2) - found.start()
        empty = whole.startswith(b"/>", found.end(2))
        tag = Tag(0, begin + 1 + empty, False, b"c", found[0][2:begin] + b"/" * empty)
        cells.append(_Cell(column_number(found[1].decode()), tag, found[0]))
    if whole[at:] == b"</row>" and b"<!" not in whole:
        return cells, whole[at:]
    cells, at = [], opening.end
    for tag in tags(whole, at):
        if tag.start < at:
            continue
        if tag.closing:
            return cells, whole[tag.start :]
        at = end_of(whole, tag)
        if tag.local == b"c":
            letters = tag.get(b"r").rstrip(b"0123456789").decode("latin-1")
            column = column_number(letters) if letters.isalpha() and letters.isascii() and len(letters) < 4 else column + 1
            cells.append(_Cell(column, tag.alone(), whole[tag.start : at]))
    return cells, b"</" + opening.name + b">"


def place_of_own(splicer: Splicer, heading: int, own_texts: Iterable[int]) -> int:
    """Where our column stands in a file that came back; 0 when it has none."""
    wanted = {str(number) for number in own_texts}
    number = 0
    while tag := splicer.next():
        if tag.local != b"row" or tag.closing:
            continue
        number = tag.number(b"r", number + 1)
        if number > heading or tag.empty:
            if number > heading:
                break
            continue
        if number < heading:
            splicer.skip()
            continue
        whole = splicer.take()
        for cell in cells_of(whole, next(tags(whole)))[0]:
            text = text_of(cell.whole)
            if own_column.is_title(text) or (cell.tag.get(b"t") == b"s" and text.strip() in wanted):
                return cell.column
    return 0


def _points(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return 0


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;", "\n": "&#10;"})

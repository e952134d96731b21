"""A list in a format that cannot be changed in place (.xls), given back as .xlsx: the same sheets, every text at its address, marked."""

import io
from collections.abc import Mapping

from mangnon.lib.tables.marking import marks
from mangnon.lib.tables.marking.marks import SAID, CellMark, Look, SheetMarks
from mangnon.lib.tables.texts import harmless
from mangnon.lib.tables.workbook import Sheet, Workbook

_WIDEST = 40  # characters of a column


def rewrite(workbook: Workbook, sheets: Mapping[str, SheetMarks]) -> bytes:
    """The workbook as .xlsx, every cell a text as it was shown."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    looks = _Looks(book)
    pages = [(sheet, book.add_worksheet(sheet.name[:31])) for sheet in workbook.sheets]
    for sheet, page in pages:
        _write(page, workbook, sheet, sheets.get(sheet.name), looks)
        if sheet.hidden:
            page.hide()
    shown = next((page for sheet, page in pages if sheet.name in sheets), pages[0][1])
    shown.activate()
    shown.set_first_sheet()
    book.close()
    return buffer.getvalue()


class _Looks:
    def __init__(self, book) -> None:  # type: ignore[no-untyped-def]
        base = {"font_name": "Times New Roman", "font_size": 12, "num_format": "@"}
        self.text = book.add_format(base)
        self.note = book.add_format(base | {"text_wrap": True, "valign": "top"})
        self.head = book.add_format(base | {"bold": True, "text_wrap": True, "bg_color": "#E2EFE7"})
        self.cells = {
            Look.STOP: book.add_format(base | {"bg_color": "#FBE5E1", "border": 2, "border_color": "#A3231B"}),
            Look.ASK: book.add_format(base | {"bg_color": "#FDF0D3", "border": 1, "bottom": 6, "border_color": "#7D4A00"}),
            Look.DONE: book.add_format(base | {"bg_color": "#E4F2E8", "border": 4, "border_color": "#1C6841"}),
        }


def _write(page, workbook: Workbook, sheet: Sheet, told: SheetMarks | None, looks: _Looks) -> None:  # type: ignore[no-untyped-def]
    marked = {row.number: row for row in told.rows} if told else {}
    widths: dict[int, int] = {}
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for row in workbook.rows(sheet.name):
        mine = marked.get(row.number)
        wanted: dict[int, CellMark] = {mark.column - 1: mark for mark in mine.cells} if mine else {}
        if row.hidden or mine:
            page.set_row(row.number - 1, marks.height(mine.note) if mine else None, None, {"hidden": row.hidden})
        for place in sorted({*range(len(row.cells)), *wanted}):
            mark = wanted.get(place)
            text = row.cells[place] if place < len(row.cells) else ""
            text = mark.text if mark and mark.text is not None else text
            widths[place] = max(widths.get(place, 8), min(len(text) + 2, _WIDEST))
            if text:
                page.write_string(row.number - 1, place, harmless(text), looks.cells[mark.look] if mark else looks.text)
            elif mark:
                page.write_blank(row.number - 1, place, None, looks.cells[mark.look])
            if mark and mark.why:
                _prompt(page, row.number - 1, place, SAID[mark.look].lower(), mark.why)
        if told and row.number == told.heading:
            page.write_string(row.number - 1, told.width, told.title, looks.head)
            _prompt(page, row.number - 1, told.width, marks.LEGEND, told.legend)
        elif told and mine:
            page.write_string(row.number - 1, told.width, mine.note, looks.note)
    page.merge += [  # `merge_range` would write over the cells
        [span.first_row - 1, span.first_column - 1, span.last_row - 1, span.last_column - 1] for span in sheet.merged
    ]
    for place, width in widths.items():
        page.set_column(place, place, width, None, {"hidden": True} if place + 1 in sheet.hidden_columns else None)
    if told:
        page.set_column(told.width, told.width, marks.WIDTH)
        page.freeze_panes(told.heading, 0)


def _prompt(page, row: int, column: int, title: str, why: str) -> None:  # type: ignore[no-untyped-def]
    page.data_validation(row, column, row, column, {"validate": "any", "input_title": f"{marks.OURS}{title}", "input_message": why[:250]})

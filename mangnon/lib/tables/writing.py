"""Spreadsheets written so that no cell can act: every cell is text, numbers keep their zeros, formulas stay words."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mangnon.lib.tables.texts import harmless


@dataclass(frozen=True)
class ColumnLayout:
    """How a written column looks: heading, width in characters, words to choose from, whether it must be filled."""

    title: str
    width: int = 16
    choices: tuple[str, ...] = ()
    required: bool = False
    hint: str = ""


@dataclass(frozen=True)
class SheetLayout:
    """A sheet to write: title lines, columns, rows of text; then lines of explanation if it is a page to read."""

    name: str
    columns: tuple[ColumnLayout, ...] = ()
    rows: Sequence[Sequence[str]] = ()
    heading: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()


def write_workbook(sheets: Iterable[SheetLayout], *, created: dt.datetime) -> bytes:
    """A workbook in which every cell is text: numbers keep leading zeros, and what looks like a formula stays words."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties({"created": created.replace(tzinfo=None)})
    formats = _Formats(workbook)
    for layout in sheets:
        sheet = workbook.add_worksheet(layout.name[:31])
        if layout.lines:
            _write_lines(sheet, layout, formats)
        else:
            _write_table(sheet, layout, formats)
    workbook.close()
    return buffer.getvalue()


class _Formats:
    def __init__(self, workbook) -> None:  # type: ignore[no-untyped-def]
        base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        self.title = workbook.add_format(base | {"bold": True, "font_size": 14})
        self.head = workbook.add_format(base | {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E1EFE8", "align": "center"})
        self.head_required = workbook.add_format(
            base | {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#D8E39B", "align": "center"}
        )
        self.text = workbook.add_format(base | {"num_format": "@", "border": 1})
        self.free = workbook.add_format(base | {"num_format": "@"})
        self.line = workbook.add_format(base | {"text_wrap": True, "valign": "top"})
        self.strong = workbook.add_format(base | {"bold": True, "text_wrap": True, "valign": "top"})


def _write_table(sheet, layout: SheetLayout, formats: _Formats) -> None:  # type: ignore[no-untyped-def]
    top = 0
    for line in layout.heading:
        sheet.write_string(top, 0, harmless(line), formats.title)
        top += 1
    top += 1 if layout.heading else 0
    for place, column in enumerate(layout.columns):
        sheet.set_column(place, place, column.width, formats.free)
        sheet.write_string(top, place, column.title, formats.head_required if column.required else formats.head)
        if column.hint:
            sheet.write_comment(top, place, column.hint, {"x_scale": 2, "font_name": "Times New Roman", "font_size": 10})
        if column.choices and len(",".join(column.choices)) <= 255:
            sheet.data_validation(
                top + 1, place, top + 5_000, place, {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            )
    for r, row in enumerate(layout.rows):
        for c, text in enumerate(row):
            sheet.write_string(top + 1 + r, c, harmless(text), formats.text)
    sheet.freeze_panes(top + 1, 2 if len(layout.columns) > 3 else 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _write_lines(sheet, layout: SheetLayout, formats: _Formats) -> None:  # type: ignore[no-untyped-def]
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 95)
    for r, (left, right) in enumerate(layout.lines):
        sheet.write_string(r, 0, harmless(left), formats.strong)
        sheet.write_string(r, 1, harmless(right), formats.line)

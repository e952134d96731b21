"""Spreadsheets (.xlsx): read as rows of text without trusting the file, and written so that no cell can act.

Reading refuses what is not a plain workbook before any parser sees it: other formats, passwords, archives that unpack to far more than
they weigh, sheets that claim more cells than any list has. Cells come out as text the way a person sees them.
"""

import datetime as dt
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from mangnon.lib.refusals import Refusal

UNPACKED_LIMIT = 400 * 1024 * 1024  # bytes; 100,000 rows of 20 columns have about 90 MB
RATIO_LIMIT = 100  # an honest list packs 5 to 20 times; a bomb 1,000
RATIO_FROM = 2 * 1024 * 1024  # small parts may pack well by chance
PARTS_LIMIT = 500
CELLS_LIMIT = 6_000_000
ROWS_LIMIT = 200_000
COLUMNS_LIMIT = 300
CELL_TEXT_LIMIT = 4_000  # characters

_CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>')
_DANGEROUS_FIRST = "=+-@\t\r\n\0＝＋－＠"
_INVISIBLE = dict.fromkeys(
    [0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)  # fmt: skip


class UnreadableFile(Refusal):
    """The file is not a workbook this product reads; the sentence says which kind it is and what to do."""


@dataclass(frozen=True)
class SheetRows:
    """A sheet: its name and its rows as text. The first row of the list is row 1 of the sheet."""

    name: str
    rows: list[list[str]]


def read_workbook(content: bytes, *, name: str) -> list[SheetRows]:
    """All visible sheets that hold anything. Raises UnreadableFile with a Vietnamese sentence."""
    _check_container(content, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        visible = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible] or [sheet.name for sheet in tables]
        sheets = [SheetRows(title, _rows(workbook.get_sheet_by_name(title))) for title in visible]
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableFile(f"Không đọc được tệp “{name}”: tệp hỏng hoặc chưa tải xong. Mở bằng Excel, lưu lại rồi gửi lại.") from error
    sheets = [sheet for sheet in sheets if sheet.rows]
    if not sheets:
        raise UnreadableFile(f"Tệp “{name}” không có dòng nào. Xem lại đúng tệp chưa.")
    return sheets


def visible_text(value: object) -> str:
    """A cell as a person sees it: 05/06/2022, 92216033161, 1,5 stays 1.5; nothing is "". Invisible characters stay out."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.translate(_INVISIBLE)).strip()[:CELL_TEXT_LIMIT]
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, dt.date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return str(value)


def harmless(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could take it for a formula. `original` takes it away again."""
    return f"'{text}" if text and (text[0] in _DANGEROUS_FIRST or (text[0] == "'" and text[1:2] and text[1] in _DANGEROUS_FIRST)) else text


def original(text: str) -> str:
    """What `harmless` was given."""
    return text[1:] if text[:1] == "'" and text[1:2] and (text[1] in _DANGEROUS_FIRST or text[1] == "'") else text


@dataclass(frozen=True)
class ColumnLayout:
    """How a written column looks: heading, width in characters, words to choose from, whether it must be filled."""

    title: str
    width: int = 16
    choices: tuple[str, ...] = ()
    required: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Mark:
    """A cell to be marked: place in the written rows (0-based row, column), a note, and how serious it is."""

    row: int
    column: int
    note: str
    serious: bool = True


@dataclass(frozen=True)
class SheetLayout:
    """A sheet to write: title lines, columns, rows of text, marks on cells; then lines of explanation if it is a page to read."""

    name: str
    columns: tuple[ColumnLayout, ...] = ()
    rows: Sequence[Sequence[str]] = ()
    heading: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = field(default=())
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
        self.serious = workbook.add_format(base | {"num_format": "@", "border": 1, "bg_color": "#FBEAE8", "font_color": "#A3231B"})
        self.asked = workbook.add_format(base | {"num_format": "@", "border": 1, "bg_color": "#FDF1D8", "font_color": "#7D4A00"})
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
    marks = {(mark.row, mark.column): mark for mark in layout.marks}
    for r, row in enumerate(layout.rows):
        for c, text in enumerate(row):
            mark = marks.get((r, c))
            cell_format = formats.text if mark is None else formats.serious if mark.serious else formats.asked
            sheet.write_string(top + 1 + r, c, harmless(text), cell_format)
            if mark is not None:
                sheet.write_comment(top + 1 + r, c, mark.note, {"x_scale": 2, "font_name": "Times New Roman", "font_size": 10})
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


def _rows(sheet) -> list[list[str]]:  # type: ignore[no-untyped-def]
    rows = [[visible_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _check_container(content: bytes, name: str) -> None:
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnreadableFile(f"Tệp “{name}” có đặt mật khẩu. Bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ) rồi gửi lại.")
        raise UnreadableFile(f"Tệp “{name}” là dạng Excel cũ (.xls). Mở bằng Excel, lưu thành kiểu .xlsx rồi gửi lại.")
    if content[:4] != b"PK\x03\x04":
        kind = "PDF" if content[:5] == b"%PDF-" else "CSV hoặc chữ thường" if _looks_like_text(content) else "không phải Excel"
        raise UnreadableFile(f"Tệp “{name}” là dạng {kind}. Chỉ nhận tệp Excel .xlsx; tải tệp mẫu để điền.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive, len(content), name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise UnreadableFile(f"Không đọc được tệp “{name}”: tệp hỏng hoặc chưa tải xong. Mở bằng Excel, lưu lại rồi gửi lại.") from error


def _check_parts(archive: zipfile.ZipFile, packed: int, name: str) -> None:
    parts = archive.infolist()
    too_large = UnreadableFile(f"Tệp “{name}” nở ra quá lớn khi mở, không giống một danh sách. Chép danh sách sang tệp mẫu rồi gửi lại.")
    names = {part.filename for part in parts}
    if len(parts) > PARTS_LIMIT:
        raise too_large
    if "xl/workbook.xml" not in names:
        kind = "Word" if "word/document.xml" in names else "nén hoặc bảng tính dạng khác"
        raise UnreadableFile(f"Tệp “{name}” là dạng {kind}. Chỉ nhận tệp Excel .xlsx; tải tệp mẫu để điền.")
    total = 0
    for part in parts:
        seen = 0
        extent = _Extent()
        with archive.open(part) as stream:  # sizes are counted, not believed
            while block := stream.read(1 << 20):
                seen += len(block)
                total += len(block)
                if total > UNPACKED_LIMIT or (seen > RATIO_FROM and seen > RATIO_LIMIT * max(part.compress_size, 1)):
                    raise too_large
                if part.filename.endswith((".xml", ".rels")) and seen == len(block) and b"<!DOCTYPE" in block[:4096]:
                    raise UnreadableFile(f"Tệp “{name}” có phần khai báo lạ bên trong. Chép danh sách sang tệp mẫu rồi gửi lại.")
                if part.filename.startswith("xl/worksheets/"):
                    extent.take(block)
        if extent.rows > ROWS_LIMIT or extent.columns > COLUMNS_LIMIT or extent.rows * extent.columns > CELLS_LIMIT:
            raise UnreadableFile(
                f"Tệp “{name}” có ô ở dòng {extent.rows}, cột thứ {extent.columns}, quá xa so với một danh sách. "
                "Xóa các ô thừa ngoài danh sách, hoặc chép danh sách sang tệp mẫu."
            )


class _Extent:
    """The farthest filled cell of a sheet, found while its bytes pass."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._rest = b""

    def take(self, block: bytes) -> None:
        data = self._rest + block
        self._rest = data[-200:]
        far: dict[bytes, int] = {}
        for letters, digits in _CELL.findall(data):
            far[letters] = max(far.get(letters, 0), int(digits))
        for letters, row in far.items():
            self.rows = max(self.rows, row)
            self.columns = max(self.columns, _column_number(letters))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _looks_like_text(content: bytes) -> bool:
    return b"\0" not in content[:2000]

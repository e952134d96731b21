"""Workbooks of Excel 5 to 2003 (.xls): records of BIFF5 and BIFF8 ([MS-XLS]) one after the other, none believed without its bytes."""

import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from mangnon.lib.tables import limits, number_formats
from mangnon.lib.tables.addresses import column_letters
from mangnon.lib.tables.compound import Compound
from mangnon.lib.tables.kinds import other
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, cell_too_long, password, too_far, too_large
from mangnon.lib.tables.spans import Spans
from mangnon.lib.tables.spool import Writer, writable
from mangnon.lib.tables.telling import Told

_BOF, _EOF, _CONTINUE, _FILEPASS = 0x809, 0x0A, 0x3C, 0x2F
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_STRUCK = 0x08
_NO_FONT = 4  # no font has this number: those from the fifth on are counted one higher
_CODE_PAGES = {1258: "cp1258", 1200: "utf-16-le"}


def read(file: BinaryIO, size: int, name: str, out: Writer, *, bare: bool) -> dict[str, Any]:
    """Write the rows of every sheet and say what sheets there are. `bare`: records without a compound file around them."""
    if bare:
        raise UnreadableFile(f"Tệp “{name}” là dạng Excel trước năm 1995. Mở bằng Excel, lưu thành kiểu .xlsx rồi gửi lại.")
    compound = Compound(file, size, name)
    streams = compound.streams
    if "EncryptedPackage" in streams:
        raise password(name)
    stream = next((title for title in ("Workbook", "Book", "WORKBOOK", "BOOK") if title in streams), "")
    if not stream:
        if "WordDocument" in streams:
            raise other(name, "Word cũ (.doc)")
        if "PowerPoint Document" in streams:
            raise other(name, "PowerPoint cũ (.ppt)")
        raise UnreadableFile(f"Tệp “{name}” không có bảng tính bên trong (chỉ có phần khác, như macro). {COPY}")
    try:
        return _Workbook(compound.read(stream), name, out).read()
    except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
        raise broken(name) from error


class _Workbook:
    def __init__(self, data: bytes, name: str, out: Writer) -> None:
        self._data, self._name, self._out = data, name, out
        self._newer = True  # BIFF8
        self._code_page = "cp1252"
        self._from_1904 = False
        self._sheets: list[tuple[int, int, str]] = []
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._fonts: list[int] = []  # of the formats
        self._striking: set[int] = set()  # fonts
        self._count = 0  # of fonts
        self._kinds: dict[int, str] = {}
        self._struck: set[int] = set()  # formats
        self._told = Told()
        self._strings: list[str] = []
        self._cells = self._size = 0
        self._row, self._title = -1, ""
        self._line: dict[int, str] = {}
        self._hidden: set[int] = set()

    def read(self) -> dict[str, Any]:
        self._read_globals()
        self._kinds = {
            place: kind for place, number in enumerate(self._formats) if (kind := number_formats.kind_of(number, self._codes.get(number)))
        }
        self._struck = {place for place, font in enumerate(self._fonts) if font in self._striking}
        about = []
        for at, state, title in self._sheets:
            extra = self._read_sheet(at, title)
            about.append({"name": title, "hidden": state != 0, **self._out.end_sheet(), **extra})
        return {"kind": "xls", "sheets": about, "notes": []}

    def _records(self, at: int) -> Iterator[tuple[int, bytes, int]]:
        """Kind, content and end of the records from a place to the end of their part."""
        data, depth = self._data, 0
        while at + 4 <= len(data):
            kind, length = struct.unpack_from("<HH", data, at)
            body = data[at + 4 : at + 4 + length]
            if len(body) < length:
                raise broken(self._name)
            at += 4 + length
            if kind == _BOF:
                depth += 1
            if depth == 1:
                yield kind, body, at
            if kind == _EOF:
                depth -= 1
                if depth <= 0:
                    return
        raise broken(self._name)

    def _read_globals(self) -> None:
        for kind, body, end in self._records(0):
            if kind == _BOF:
                version = struct.unpack_from("<H", body)[0]
                if version not in (0x0600, 0x0500):
                    raise broken(self._name)
                self._newer = version == 0x0600
            elif kind == _FILEPASS:
                raise password(self._name)
            elif kind == 0x42:
                self._code_page = _CODE_PAGES.get(struct.unpack_from("<H", body)[0], "cp1252")
            elif kind == 0x22:
                self._from_1904 = struct.unpack_from("<H", body)[0] == 1
            elif kind == 0x85:
                self._add_sheet(body)
            elif kind == 0x41E:
                self._codes[struct.unpack_from("<H", body)[0]] = self._text(body, 2, wide_length=self._newer)
            elif kind == 0x31:
                self._add_font(body)
            elif kind == 0xE0:
                self._fonts.append(struct.unpack_from("<H", body)[0])
                self._formats.append(struct.unpack_from("<H", body, 2)[0])
            elif kind == 0xFC:
                self._read_strings(body, end)
            elif kind == 0x1AE and len(body) > 4 and struct.unpack_from("<H", body, 2)[0] not in (0x0401, 0x3A01):
                raise UnreadableFile(
                    f"Tệp “{self._name}” lấy dữ liệu từ tệp khác. Trong Excel chọn Dữ liệu, Sửa liên kết, Ngắt liên kết, lưu rồi gửi lại."
                )

    def _add_font(self, body: bytes) -> None:
        if struct.unpack_from("<H", body, 2)[0] & _STRUCK:
            self._striking.add(self._count if self._count < _NO_FONT else self._count + 1)
        self._count += 1

    def _add_sheet(self, body: bytes) -> None:
        at, state, kind = struct.unpack_from("<IBB", body)
        if len(self._sheets) >= limits.SHEETS:
            raise UnreadableFile(f"Tệp “{self._name}” có hơn {limits.SHEETS} trang, quá nhiều cho một danh sách. {COPY}")
        if kind == 0:  # others are charts and macros
            self._sheets.append((at, state & 3, self._text(body, 6, wide_length=False)))

    def _read_strings(self, body: bytes, end: int) -> None:
        count = struct.unpack_from("<I", body, 4)[0]
        segments = [body]
        data = self._data
        while end + 4 <= len(data) and struct.unpack_from("<H", data, end)[0] == _CONTINUE:
            length = struct.unpack_from("<H", data, end + 2)[0]
            segments.append(data[end + 4 : end + 4 + length])
            end += 4 + length
        reader = _Segments(segments, at=8)
        for _ in range(count):
            if reader.finished:
                break
            text = writable(reader.string())
            self._size += len(text)
            if self._size > limits.STRINGS // 2:
                raise too_large(self._name)
            self._strings.append(text)

    def _read_sheet(self, at: int, title: str) -> dict[str, Any]:
        self._title, self._row, self._line, self._hidden, self._told = title, -1, {}, set(), Told()
        merged = Spans(self._name, title)
        hidden_columns: list[int] = []
        waiting: tuple[int, int, int] | None = None  # a formula whose text comes in the next record
        for kind, body, _ in self._records(at):
            if kind == 0x208:
                if struct.unpack_from("<I", body, 12)[0] & 0x20:
                    self._hidden.add(struct.unpack_from("<H", body)[0])
            elif kind == 0x7D:
                first, last, _, _, flags = struct.unpack_from("<HHHHH", body)
                if flags & 1:
                    hidden_columns += range(first + 1, min(last + 1, limits.COLUMNS) + 1)
            elif kind == 0xE5:
                for place in range(min(struct.unpack_from("<H", body)[0], len(body) // 8)):
                    r1, r2, c1, c2 = struct.unpack_from("<HHHH", body, 2 + 8 * place)
                    merged.add(r1 + 1, c1 + 1, r2 + 1, c2 + 1)
            elif kind == 0x207 and waiting:
                self._put(*waiting, self._text(body, 0, wide_length=True))
                waiting = None
            else:
                waiting = self._take_cell(kind, body)
        self._end_row()
        return {"merged": merged, "hidden_columns": hidden_columns, **self._told.about()}

    def _take_cell(self, kind: int, body: bytes) -> tuple[int, int, int] | None:
        if kind == 0xBD:  # several numbers
            row, first = struct.unpack_from("<HH", body)
            for place in range((len(body) - 6) // 6):
                style, packed = struct.unpack_from("<HI", body, 4 + 6 * place)
                self._put_number(row, first + place, style, _unpacked(packed))
        elif kind in (0xFD, 0x204, 0xD6, 0x203, 0x27E, 0x205, 0x06):
            row, column, style = struct.unpack_from("<HHH", body)
            if kind == 0xFD:
                self._put(row, column, style, self._strings[struct.unpack_from("<I", body, 6)[0]])
            elif kind in (0x204, 0xD6):
                self._put(row, column, style, self._text(body, 6, wide_length=True))
            elif kind == 0x203:
                self._put_number(row, column, style, struct.unpack_from("<d", body, 6)[0])
            elif kind == 0x27E:
                self._put_number(row, column, style, _unpacked(struct.unpack_from("<I", body, 6)[0]))
            elif kind == 0x205:
                self._put(row, column, style, _ERRORS.get(body[6], "#N/A") if body[7] else "TRUE" if body[6] else "FALSE")
            elif body[12:14] != b"\xff\xff":
                self._put_number(row, column, style, struct.unpack_from("<d", body, 6)[0])
            elif body[6] == 0:
                return row, column, style
            elif body[6] in (1, 2):
                self._put(row, column, style, _ERRORS.get(body[8], "#N/A") if body[6] == 2 else "TRUE" if body[8] else "FALSE")
        return None

    def _put_number(self, row: int, column: int, style: int, number: float) -> None:
        shown = number_formats.shown(repr(number), self._kinds.get(style, ""), self._from_1904)
        self._put(row, column, style, shown)
        if self._kinds.get(style) == "date":
            self._told.day(column, shown)

    def _put(self, row: int, column: int, style: int, text: str) -> None:
        if not text:
            return
        if row != self._row:
            self._end_row()
            self._row, self._line = row, {}
        if column >= limits.COLUMNS:
            raise too_far(self._name, cell=f"{column_letters(column + 1)}{row + 1}", sheet=self._title)
        if len(text) > limits.CELL_TEXT:
            raise cell_too_long(self._name, cell=f"{column_letters(column + 1)}{row + 1}", sheet=self._title)
        self._line[column] = text
        if style in self._struck:
            self._told.strike(column)
        self._cells += 1
        if self._cells > limits.CELLS:
            raise too_large(self._name)

    def _end_row(self) -> None:
        if self._line:
            cells = [""] * (max(self._line) + 1)
            for column, text in self._line.items():
                cells[column] = text
            self._out.row(self._row + 1, cells, hidden=self._row in self._hidden, struck=self._told.row())

    def _text(self, body: bytes, at: int, *, wide_length: bool) -> str:
        length = struct.unpack_from("<H", body, at)[0] if wide_length else body[at]
        at += 2 if wide_length else 1
        if not self._newer:
            return writable(body[at : at + length].decode(self._code_page, "replace"))
        wide = body[at] & 1
        raw = body[at + 1 : at + 1 + length * (2 if wide else 1)]
        return writable(raw.decode("utf-16-le" if wide else "latin-1", "replace"))


class _Segments:
    """The texts of a workbook, which run over the ends of records: a text cut in two says again how its letters are written."""

    def __init__(self, segments: list[bytes], at: int) -> None:
        self._segments, self._number, self._at = segments, 0, at

    @property
    def finished(self) -> bool:
        self._move_on()
        return self._number >= len(self._segments)

    def string(self) -> str:
        length, flags = struct.unpack("<HB", self._bytes(3))
        runs = struct.unpack("<H", self._bytes(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", self._bytes(4))[0] if flags & 4 else 0
        pieces = []
        while length > 0:
            if self._at >= len(self._segments[self._number]):
                self._number, self._at = self._number + 1, 0
                flags = self._bytes(1)[0]
            width = 2 if flags & 1 else 1
            count = min(length, (len(self._segments[self._number]) - self._at) // width)
            if count == 0:
                raise IndexError
            raw = self._segments[self._number][self._at : self._at + count * width]
            pieces.append(raw.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            self._at += count * width
            length -= count
        self._bytes(4 * runs + more)
        return "".join(pieces)

    def _bytes(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            self._move_on()
            piece = self._segments[self._number][self._at : self._at + count - len(taken)]
            self._at += len(piece)
            taken += piece
        return taken

    def _move_on(self) -> None:
        while self._number < len(self._segments) and self._at >= len(self._segments[self._number]):
            self._number, self._at = self._number + 1, 0


def _unpacked(packed: int) -> float:
    """An RK number: 30 bits of a double or of a whole number, perhaps a hundredth of it."""
    if packed & 2:
        number = float((packed - (1 << 32) if packed & 0x80000000 else packed) >> 2)
    else:
        (number,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))
    return number / 100 if packed & 1 else number

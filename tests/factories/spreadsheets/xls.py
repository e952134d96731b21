"""Workbooks of Excel 97 to 2003, written record by record: a compound file with one stream "Workbook" of BIFF8."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

_SECTOR = 512
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass
class Page:
    """A sheet: cells (texts, numbers, truth), which are days or struck out (row, column), what is hidden or merged, counted from 0."""

    name: str
    cells: Sequence[Sequence[object]]
    days: frozenset[tuple[int, int]] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: Sequence[tuple[int, int, int, int]] = field(default_factory=list)
    extra: bytes = b""


def workbook(pages: Sequence[Page], *, from_1904: bool = False, extra: bytes = b"") -> bytes:
    """The bytes of an .xls."""
    return compound({"Workbook": stream(pages, from_1904=from_1904, extra=extra)})


def record(kind: int, body: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", kind, len(body)) + body


def stream(pages: Sequence[Page], *, from_1904: bool = False, extra: bytes = b"") -> bytes:
    """The records of a workbook."""
    texts = list(dict.fromkeys(cell for page in pages for row in page.cells for cell in row if isinstance(cell, str) and cell))
    number = {text: place for place, text in enumerate(texts)}
    sheets = [_sheet(page, number) for page in pages]
    opening = record(0x809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)) + extra
    opening += record(0x42, struct.pack("<H", 1200)) + record(0x22, struct.pack("<H", int(from_1904)))
    for look in (0, 0, 0, 0, 0x08):  # the fifth font, number 5, strikes letters out
        opening += record(0x31, struct.pack("<HHHHHBBBB", 200, look, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short("Arial"))
    opening += b"".join(record(0xE0, struct.pack("<HH16x", font, style)) for font, style in ((0, 0), (0, 14), (5, 0)))
    strings = _strings(texts)
    names = [_short(page.name) for page in pages]
    at = len(opening) + sum(4 + 6 + len(name) for name in names) + len(strings) + 4
    bound = b""
    for page, name, sheet in zip(pages, names, sheets, strict=True):
        bound += record(0x85, struct.pack("<IBB", at, int(page.hidden), 0) + name)
        at += len(sheet)
    return opening + bound + strings + record(0x0A) + b"".join(sheets)


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (version 3) with these streams, each long enough for ordinary sectors."""
    bodies = {name: body.ljust(max(4096, -(-len(body) // _SECTOR) * _SECTOR), b"\0") for name, body in streams.items()}
    table: list[int] = []
    blocks, folder = b"", _entry("Root Entry", 5, _END, 0, child=1 if streams else _FREE)
    for place, (name, body) in enumerate(bodies.items()):
        first, count = len(table), len(body) // _SECTOR
        table += [*range(first + 1, first + count), _END]
        blocks += body
        folder += _entry(name, 2, first, len(body), right=place + 2 if place + 1 < len(bodies) else _FREE)
    folder = folder.ljust(-(-len(folder) // _SECTOR) * _SECTOR, b"\0")
    at = len(table)
    count = len(folder) // _SECTOR
    table += [*range(at + 1, at + count), _END]
    blocks += folder
    tables = 1
    while (len(table) + tables) * 4 > tables * _SECTOR:
        tables += 1
    first_table = len(table)
    table += [_FAT] * tables
    packed = struct.pack(f"<{len(table)}I", *table).ljust(tables * _SECTOR, b"\xff")
    places = [*range(first_table, first_table + tables), *[_FREE] * (109 - tables)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, at, 0, 4096, _END, 0, _END, 0) + struct.pack("<109I", *places)
    return head + blocks + packed


def _sheet(page: Page, number: dict[str, int]) -> bytes:
    width = max((len(row) for row in page.cells), default=0)
    done = record(0x809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    done += record(0x200, struct.pack("<IIHHH", 0, len(page.cells), 0, width, 0))
    for r, row in enumerate(page.cells):
        done += record(0x208, struct.pack("<HHHHHHI", r, 0, len(row), 255, 0, 0, 0x120 if r in page.hidden_rows else 0x100))
        for c, cell in enumerate(row):
            place = struct.pack("<HHH", r, c, 2 if (r, c) in page.struck else int((r, c) in page.days))
            if isinstance(cell, bool):
                done += record(0x205, place + bytes([cell, 0]))
            elif isinstance(cell, str) and cell:
                done += record(0xFD, place + struct.pack("<I", number[cell]))
            elif isinstance(cell, int) and abs(cell) < 1 << 28:
                done += record(0x27E, place + struct.pack("<i", cell << 2 | 2))
            elif isinstance(cell, int | float):
                done += record(0x203, place + struct.pack("<d", cell))
    if page.merged:
        done += record(0xE5, struct.pack("<H", len(page.merged)) + b"".join(struct.pack("<HHHH", *span) for span in page.merged))
    return done + page.extra + record(0x0A)


def _strings(texts: Sequence[str]) -> bytes:
    """The table of texts, cut into records wherever one is full, in the middle of texts too."""
    pieces = [bytearray(struct.pack("<II", len(texts), len(texts)))]
    for text in texts:
        raw = text.encode("utf-16-le")
        if len(pieces[-1]) + 3 > 8200:
            pieces.append(bytearray())
        pieces[-1] += struct.pack("<HB", len(raw) // 2, 1)
        while raw:
            room = (8200 - len(pieces[-1])) // 2 * 2
            pieces[-1] += raw[:room]
            raw = raw[room:]
            if raw:
                pieces.append(bytearray(b"\1"))
    return record(0xFC, bytes(pieces[0])) + b"".join(record(0x3C, bytes(piece)) for piece in pieces[1:])


def _short(text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return bytes([len(raw) // 2, 1]) + raw


def _entry(name: str, kind: int, first: int, size: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child) + bytes(36) + struct.pack("<IQ", first, size)
    )

"""Zip packages (.xlsx, .xlsm, .ods) opened without trust: names, number, nature and size of the parts are looked at before any is parsed.

Sizes in the headers are believed only when they condemn; what a part really unpacks to is counted while it streams.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from mangnon.lib.tables import limits
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, password, strange, too_large

_BLOCK = 1 << 18
_END_RECORD = b"PK\x05\x06"
_ARCHIVES = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_SPREADSHEETS = ("_rels/.rels", "xl/workbook.xml", "content.xml")  # one of these makes a zip a spreadsheet
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, struct.error)


class Package:
    """The parts of a checked package. Raises UnreadableFile."""

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self.name = name
        self._file = file
        self._total = 0
        self._count_members(file, size)
        with self._broken_becomes_a_sentence():
            self._archive = zipfile.ZipFile(file)
            self._parts: dict[str, zipfile.ZipInfo] = {}
            for info in self._archive.infolist():
                self._check_member(info)
            self._check_declared()
            for info in self._archive.infolist():
                self._check_beginning(info)

    @property
    def names(self) -> list[str]:
        """Names of all parts, as written."""
        return [info.filename for info in self._parts.values()]

    @property
    def members(self) -> list[zipfile.ZipInfo]:
        """Everything in the package, in its order."""
        return self._archive.infolist()

    def packed(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """A member as it lies in the package, not unpacked."""
        with self._broken_becomes_a_sentence():
            self._file.seek(info.header_offset)
            head = self._file.read(30)
            if len(head) < 30 or head[:4] != b"PK\x03\x04":
                raise broken(self.name)
            self._file.seek(sum(struct.unpack_from("<HH", head, 26)), 1)
            left = info.compress_size
            while left > 0:
                block = self._file.read(min(_BLOCK, left))
                if not block:
                    raise broken(self.name)
                left -= len(block)
                yield block

    def has(self, part: str) -> bool:
        """Whether a part exists; like Excel, without regard to case."""
        return same_part(part) in self._parts

    def blocks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part as they unpack, counted."""
        info = self._parts.get(same_part(part))
        if info is None:
            raise broken(self.name)
        seen = 0
        with self._broken_becomes_a_sentence(), self._archive.open(info) as stream:
            while block := stream.read(_BLOCK):
                seen += len(block)
                self._total += len(block)
                packed_well = seen > limits.RATIO_FROM and seen > limits.RATIO * max(info.compress_size, 1)
                if packed_well or self._total > limits.UNPACKED:
                    raise too_large(self.name)
                yield block

    def _count_members(self, file: BinaryIO, size: int) -> None:
        file.seek(max(0, size - 66_000))
        tail = file.read()
        at = tail.rfind(_END_RECORD)
        if at < 0 or len(tail) < at + 22:
            raise broken(self.name)
        if struct.unpack_from("<H", tail, at + 10)[0] > limits.PARTS:
            raise UnreadableFile(f"Tệp “{self.name}” chứa quá nhiều tệp con, không giống một bảng tính. {COPY}")

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/") or "\0" in info.orig_filename:
            raise UnreadableFile(f"Tệp “{self.name}” chứa tệp con trỏ ra ngoài thư mục của nó. Tệp không an toàn. {COPY}")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise UnreadableFile(f"Tệp “{self.name}” chứa liên kết thay vì dữ liệu. Tệp không an toàn. {COPY}")
        if info.flag_bits & 0x1:
            raise password(self.name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise broken(self.name)
        if name.endswith("/"):
            return
        if same_part(name) in self._parts:
            raise UnreadableFile(f"Tệp “{self.name}” có hai tệp con trùng tên bên trong, không rõ phần nào đúng. {COPY}")
        self._parts[same_part(name)] = info

    def _check_declared(self) -> None:
        """A package that admits to be a bomb need not be unpacked."""
        parts = self._parts.values()
        unpacked, packed = sum(info.file_size for info in parts), sum(info.compress_size for info in parts)
        if unpacked > limits.UNPACKED or (unpacked > 8 * limits.RATIO_FROM and unpacked > limits.RATIO * max(packed, 1)):
            raise too_large(self.name)
        if any(info.file_size > limits.RATIO_FROM and info.file_size > limits.RATIO * max(info.compress_size, 1) for info in parts):
            raise too_large(self.name)

    def _check_beginning(self, info: zipfile.ZipInfo) -> None:
        if info.is_dir():
            return
        with self._archive.open(info) as stream:
            head = stream.read(2048)
        if head.startswith(_ARCHIVES) and not any(part in self._parts for part in _SPREADSHEETS):
            raise UnreadableFile(f"Tệp “{self.name}” là tệp nén. Giải nén rồi gửi từng tệp bên trong.")
        if head.startswith(_ARCHIVES):
            raise UnreadableFile(f"Tệp “{self.name}” có tệp nén nằm bên trong. Bỏ tệp đính kèm ra khỏi bảng tính rồi gửi lại. {COPY}")
        if info.filename.lower().endswith((".xml", ".rels", ".vml")) and b"<!DOCTYPE" in head.replace(b"\0", b""):
            raise strange(self.name)

    @contextmanager
    def _broken_becomes_a_sentence(self) -> Iterator[None]:
        try:
            yield
        except _BROKEN as error:
            raise broken(self.name) from error


def same_part(part: str) -> str:
    """How names of parts are compared: like Excel, without regard to case."""
    return part.replace("\\", "/").lstrip("/").lower()

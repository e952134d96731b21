"""Compound files of OLE ([MS-CFB]), in which old Office keeps its streams. No chain is followed farther than the file is long."""

import struct
from array import array
from typing import BinaryIO

from mangnon.lib.tables import limits
from mangnon.lib.tables.refusing import broken, too_large

_FREE = 0xFFFFFFFA  # from here on sector numbers mean something else
_LARGEST = 160 * limits.MIB
_FOLDER_ENTRIES = 4_000


class Compound:
    """The streams of a compound file by name. Raises UnreadableFile."""

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self._file, self._size, self._name = file, size, name
        file.seek(0)
        head = file.read(512)
        if len(head) < 512:
            raise broken(name)
        shift, mini_shift = struct.unpack_from("<HH", head, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise broken(name)
        self._sector = 1 << shift
        folder, self._cutoff, mini_first, mini_count, more, more_count = struct.unpack_from("<I4xIIIII", head, 48)
        self._sectors = size // self._sector + 1
        self._next = self._table(head, more, more_count)
        self.streams: dict[str, tuple[int, int]] = {}
        root = self._read_folder(self._chain(folder, _FOLDER_ENTRIES * 128))
        self._mini_next = array("I")
        self._mini = b""
        if mini_count:
            self._mini_next.frombytes(_whole(self._chain(mini_first, _LARGEST)))
            self._mini = self._chain(root[0], min(root[1], _LARGEST))

    def read(self, stream: str) -> bytes:
        """The bytes of a stream."""
        first, size = self.streams[stream]
        if size > _LARGEST or size > self._size:
            raise (too_large if size <= self._size else broken)(self._name)
        if size >= self._cutoff:
            return self._chain(first, size)[:size]
        pieces, at, steps = [], first, 0
        while at < _FREE and steps * 64 < size:
            if at >= len(self._mini_next):
                raise broken(self._name)
            pieces.append(self._mini[at * 64 : at * 64 + 64])
            at, steps = self._mini_next[at], steps + 1
        return b"".join(pieces)[:size]

    def _table(self, head: bytes, more: int, count: int) -> "array[int]":
        numbers = list(struct.unpack_from("<109I", head, 76))
        seen = 0
        while more < _FREE and seen <= min(count, self._sectors):
            block = self._read_sector(more)
            numbers += struct.unpack(f"<{self._sector // 4 - 1}I", block[:-4])
            (more,) = struct.unpack("<I", block[-4:])
            seen += 1
        table = array("I")
        for number in numbers:
            if number < _FREE:
                if len(table) > self._sectors + self._sector:
                    raise broken(self._name)
                table.frombytes(self._read_sector(number))
        return table

    def _read_folder(self, folder: bytes) -> tuple[int, int]:
        root = (_FREE, 0)
        for at in range(0, len(folder) - 127, 128):
            length, kind = struct.unpack_from("<HB", folder, at + 64)
            first, size = struct.unpack_from("<II", folder, at + 116)
            title = folder[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == 5:
                root = (first, size)
            elif kind == 2:
                self.streams.setdefault(title, (first, size))
        return root

    def _chain(self, at: int, size: int) -> bytes:
        pieces: list[bytes] = []
        while at < _FREE and len(pieces) * self._sector < size:
            if at >= len(self._next) or len(pieces) > self._sectors:
                raise broken(self._name)
            pieces.append(self._read_sector(at))
            at = self._next[at]
        return b"".join(pieces)

    def _read_sector(self, number: int) -> bytes:
        self._file.seek((number + 1) * self._sector)
        block = self._file.read(self._sector)
        if not block:
            raise broken(self._name)
        return block.ljust(self._sector, b"\0")


def _whole(block: bytes) -> bytes:
    return block[: len(block) // 4 * 4]

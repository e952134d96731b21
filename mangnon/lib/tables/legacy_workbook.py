"""Workbooks of Excel 97 to 2003 (.xls)."""

from typing import Any, BinaryIO

from mangnon.lib.tables.refusing import UnreadableFile, password
from mangnon.lib.tables.spool import Writer


def read(file: BinaryIO, size: int, name: str, out: Writer, *, bare: bool) -> dict[str, Any]:
    """Write the rows of every sheet and say what sheets there are."""
    file.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in file.read(1 << 24):
        raise password(name)
    raise UnreadableFile(f"Tệp “{name}” là dạng Excel cũ (.xls). Mở bằng Excel, lưu thành kiểu .xlsx rồi gửi lại.")

"""What a file is, by its content; its name is never believed."""

from typing import BinaryIO

from mangnon.lib.tables.refusing import UnreadableFile, broken

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF-", "PDF"), (b"\x89PNG", "ảnh"), (b"\xff\xd8\xff", "ảnh"), (b"GIF8", "ảnh"), (b"Rar!", "nén (.rar)"),
    (b"7z\xbc\xaf", "nén (.7z)"), (b"\x1f\x8b", "nén (.gz)"), (b"MZ", "chương trình"), (b"\x7fELF", "chương trình"),
    (b"{\\rtf", "Word (.rtf)"), (b"SQLite format", "cơ sở dữ liệu"),
)  # fmt: skip


def kind_of(file: BinaryIO, name: str) -> str:
    """ "zip", "ole", "biff" or "text". Raises UnreadableFile for what can be none of them."""
    file.seek(0)
    head = file.read(8192)
    if not head.strip():
        raise UnreadableFile(f"Tệp “{name}” không có gì bên trong. Xem lại đúng tệp chưa.")
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"PK\x05\x06"):
        raise UnreadableFile(f"Tệp “{name}” là tệp nén rỗng. Gửi tệp bảng tính.")
    if head.startswith(_OLE):
        return "ole"
    if head[:4] in (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00"):
        return "biff"
    for magic, kind in _OTHERS:
        if head.startswith(magic):
            raise other(name, kind)
    if _OLE.startswith(head[:8]) or head.startswith(b"PK"):
        raise broken(name)
    return "text"


def other(name: str, kind: str) -> UnreadableFile:
    """A refusal of another kind of file."""
    return UnreadableFile(f"Tệp “{name}” là dạng {kind}. Chỉ nhận bảng tính .xlsx, .xls, .ods hoặc .csv; tải tệp mẫu để điền.")

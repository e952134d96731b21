"""Ngày sinh của dòng khác ngày sinh trong sổ của trẻ thì nói rõ, để bên nào sai thì sửa.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Luật Hộ tịch 60/2014/QH13, Điều 14.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    if child is None or row.birth is None or context.layout is None or _agree(row.birth, child.birth):
        return
    yield Finding(
        "birth_date", Severity.NOTE, f"Ngày sinh ghi {row.birth.text()}, sổ ghi {child.birth.text()} ({child.code} {child.full_name}).",
        "Xem giấy khai sinh; sổ sai thì sửa hồ sơ, danh sách sai thì báo nơi gửi.",
    )  # fmt: skip


def _agree(one: Birth, other: Birth) -> bool:
    """Whether two births are one as far as both are known."""
    if Precision.YEAR in (one.precision, other.precision):
        return one.day.year == other.day.year
    if Precision.MONTH in (one.precision, other.precision):
        return (one.day.year, one.day.month) == (other.day.year, other.day.month)
    return one.day == other.day

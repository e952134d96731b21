"""Dòng nào cũng phải có họ và tên trẻ.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14 (nội dung khai sinh); công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if not row.text("full_name"):
        yield Finding("full_name", Severity.MUST_FIX, "Thiếu họ và tên trẻ.", "Xem giấy khai sinh rồi ghi đủ họ, chữ đệm và tên.")

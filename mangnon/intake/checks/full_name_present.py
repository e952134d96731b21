"""Dòng nào cũng phải có họ và tên trẻ.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14 (nội dung khai sinh); công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import dittos, words
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    if not name and "full_name" not in row.corrected and ("full_name" in row.failed or "given_name" in row.failed):
        return  # formula_failed tells
    if name and not words.is_nothing(name) and not dittos.is_mark(name):
        return
    what = f"Ô họ và tên ghi “{name[:40]}”, không phải tên." if name else "Thiếu họ và tên trẻ."
    yield Finding("full_name", Severity.MUST_FIX, what, "Xem giấy khai sinh rồi ghi đủ họ, chữ đệm và tên.")

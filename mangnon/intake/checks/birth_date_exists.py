"""Ngày sinh phải có trong lịch: không có ngày 31/02.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import dates
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("birth_date")
    try:
        dates.read_birth(text)
    except dates.NoSuchDay as impossible:
        if "birth_date" in context.month_first.get(row.number, ()) and "birth_date" not in row.corrected and dates.swapped(text):
            return  # day_before_month asks
        yield Finding(
            "birth_date", Severity.MUST_FIX, f"Ngày {impossible} không có trong lịch.", "Xem lại giấy khai sinh rồi nhập lại ngày."
        )

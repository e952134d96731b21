"""Cả dòng của một trẻ nằm trong một ô thì không đoán phần nào là gì: người gửi tách ra đúng cột.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import bodies
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name, number = row.text("full_name"), row.text("number")
    text = name if bodies.is_whole(name) else number if bodies.is_dated(number) else ""  # of tabs only spaces are left
    if text:
        yield Finding(
            "full_name", Severity.MUST_FIX, f"Nhiều thông tin nằm trong một ô: “{text[:120]}”.",
            "Ghi họ tên vào ô này, những phần khác vào đúng cột của chúng.",
        )  # fmt: skip

"""Ngày sinh không được sau ngày lập danh sách.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin cơ bản sai).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.birth and row.birth.day > context.on:
        yield Finding(
            "birth_date", Severity.MUST_FIX, f"Ngày sinh {row.birth.text()} sau ngày nhận danh sách {context.on:%d/%m/%Y}.",
            "Xem lại năm sinh.",
        )  # fmt: skip

"""Muốn bổ sung cho đúng trẻ thì cần số định danh, mã hồ sơ, hoặc họ tên kèm ngày sinh; chỉ có họ tên thì không nối.

Căn cứ: công văn 3160/BTP-CNTT ngày 13/9/2021 (nghi trùng thông tin; trùng họ tên không phải là một người).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import linking
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if linking.code_of(row) or linking.is_new(row) or linking.number_of(row) or linking.enough_to_find(row):
        return
    there = "chỉ có họ tên" if row.text("full_name") else "không có họ tên, số định danh"
    yield Finding(
        "birth_date", Severity.MUST_FIX, f"Chưa đủ để tìm trẻ trong sổ: dòng {there}.",
        "Ghi ngày sinh, số định danh hoặc mã hồ sơ của trẻ.",
    )  # fmt: skip

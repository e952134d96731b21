"""Phải có ít nhất một trong ba: họ tên cha, họ tên mẹ, người nuôi dưỡng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (cha, mẹ, người giám hộ là thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.carers:
        return
    other = context.layout is not None and context.layout.kind is Kind.ENRICHES  # a roll or a vaccine list may enter a child without
    column, severity = ("full_name", Severity.NOTE) if other else ("mother_name", Severity.MUST_FIX)
    yield Finding(column, severity, "Chưa có họ tên cha, mẹ hoặc người nuôi dưỡng.", "Ghi ít nhất một người.")

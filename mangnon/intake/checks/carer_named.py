"""Phải có ít nhất một trong ba: họ tên cha, họ tên mẹ, người nuôi dưỡng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (cha, mẹ, người giám hộ là thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules.reading import carers
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if not carers(row):
        yield Finding("mother_name", Severity.MUST_FIX, "Chưa có họ tên cha, mẹ hoặc người nuôi dưỡng.", "Ghi ít nhất một người.")

"""Chữ gõ bằng bảng mã cũ (TCVN3, VNI) thì không đọc được tên, phải gõ lại bằng Unicode.

Căn cứ: TCVN 6909:2001; Thông tư 39/2017/TT-BTTTT (bộ mã ký tự Unicode; chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import names
from mangnon.intake.vocabulary import Severity

COLUMNS = ("full_name", "father_name", "mother_name", "guardian_name")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for column in COLUMNS:
        if encoding := names.legacy_encoding(row.text(column)):
            yield Finding(
                column, Severity.MUST_FIX, f"Chữ trong ô có vẻ gõ bằng bảng mã {encoding}.",
                "Chuyển cả tệp sang Unicode (UniKey, Công cụ, Chuyển mã) rồi gửi lại, hoặc gõ lại ô này.",
            )  # fmt: skip

"""Phần mềm quản lý trẻ em ghi hoàn cảnh gia đình bằng mã 1, 2, 3: đọc theo mã của phần mềm và ghi chú một lần ở dòng đầu.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (dữ liệu của phần mềm quản lý trẻ em; bảng mã chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

NEEDS = ("poverty",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.number == context.first_row and "poverty_1_2_3" in row.cells:
        yield Finding(
            "poverty", Severity.NOTE,
            "Cột hoàn cảnh gia đình ghi mã của phần mềm: đọc 1 là hộ nghèo, 2 là hộ cận nghèo, 3 là không thuộc hai diện.",
            "Nơi gửi dùng mã khác thì ghi bằng chữ trong tệp rồi gửi lại.",
        )  # fmt: skip

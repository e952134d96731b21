"""Chữ số thứ tư đến thứ sáu của số định danh cho biết năm sinh; lệch với ngày sinh thì hỏi lại.

Căn cứ: Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 7.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity
from mangnon.register import rules

NEEDS = ("personal_number",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    parts = rules.read_number(row.personal_number)
    if parts is None or row.birth is None or parts.birth_year == row.birth.day.year:
        return
    yield Finding(
        "personal_number", Severity.QUESTION, f"Số định danh cho biết trẻ sinh năm {parts.birth_year}, ô ngày sinh ghi {row.birth.text()}.",
        "Xem lại giấy khai sinh: một trong hai ô sai.", (Suggestion("Để trống số", "personal_number", ""), Suggestion("Vẫn ghi")),
    )  # fmt: skip

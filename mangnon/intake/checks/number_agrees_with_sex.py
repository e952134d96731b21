"""Chữ số thứ tư của số định danh cho biết thế kỷ sinh và giới tính; lệch với ô giới tính thì hỏi lại.

Lệch không hẳn là sai số: giới tính có thể được cải chính sau khi cấp số.

Căn cứ: Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 7.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity
from mangnon.register import rules
from mangnon.register.vocabulary.people import Sex

NEEDS = ("sex",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    parts = rules.read_number(row.personal_number)
    if parts is None or row.sex in {None, Sex.UNKNOWN} or parts.sex is row.sex:
        return
    said = row.sex.label if row.sex else ""
    told = parts.sex.label
    since = "sinh từ năm 2000" if parts.birth_year >= 2000 else "sinh trước năm 2000"
    ways = (Suggestion(f"Đổi thành {told}", "sex", told), Suggestion("Để trống số", "personal_number", ""), Suggestion("Vẫn ghi"))
    yield Finding(
        "sex", Severity.QUESTION, f"Số định danh cho biết trẻ là {told.lower()}, ô giới tính ghi {said}.",
        f"Chữ số thứ tư là {row.personal_number[3]}: {told.lower()}, {since}.", ways,
    )  # fmt: skip

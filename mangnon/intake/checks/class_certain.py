"""Lớp lấy từ tiêu đề hay tên trang mà hai nơi ghi khác nhau thì hỏi.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin mâu thuẫn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules.school_titles import EITHER
from mangnon.intake.vocabulary import Severity

FORMATS = ("school-roll",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    classes = row.text("class_name").split(EITHER)
    if len(classes) > 1:
        yield Finding(
            "class_name", Severity.QUESTION, f"Dòng tiêu đề và tên trang ghi lớp khác nhau: {', '.join(classes)}.", "Chọn lớp đúng.",
            tuple(Suggestion(f"Lớp {name}", "class_name", name) for name in classes),
        )  # fmt: skip

"""Tên lớp bị bảng tính đổi thành ngày hoặc số (9/1 thành 09/01/2026, 46031) thì hỏi lại.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import school
from mangnon.intake.vocabulary import Severity

FORMATS = ("school-roll",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if meant := school.classes_meant(row.text("class_name")):
        ways = tuple(Suggestion(f"Ghi {name}", "class_name", name) for name in meant)
        what = f"Lớp “{row.text('class_name')[:20]}” có thể do bảng tính đổi từ {' hoặc '.join(meant)}."
        yield Finding("class_name", Severity.MUST_FIX, what, "Chọn đúng tên lớp.", ways)

"""Tiêu đề, tên trang ghi nhiều hình thức trợ giúp mà dòng không ghi hình thức nào thì hỏi dòng ấy là hình thức nào.

Căn cứ: Mẫu 03 thống kê số liệu trẻ em, cột 4 đến cột 8; Nghị định 30/2020/NĐ-CP, Điều 8 (tên loại và trích yếu nói nội dung của văn bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import banners, helps
from mangnon.intake.vocabulary import Severity

FORMATS = ("social-assistance",)
NEEDS = (banners.FIELD,)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.text("assistance") or row.value("assistance"):
        return
    if named := helps.several(row.text(banners.FIELD)):
        ways = tuple(Suggestion(f"Ghi {kind.label}", "assistance", kind.label) for kind in named)
        yield Finding("assistance", Severity.QUESTION, "Tiêu đề ghi nhiều hình thức trợ giúp.", "Dòng này là hình thức nào?", ways)

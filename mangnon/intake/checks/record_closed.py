"""Hồ sơ đã đóng (trẻ mất, chuyển khỏi thành phố, ghi nhầm) thì hỏi lại trước khi ghi thêm.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 8 khoản 7 (thống kê, thông tin về tình hình trẻ em).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import linking
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    if child is None or child.closed_on is None or (context.layout and context.layout.code in linking.CLOSING):
        return
    yield Finding(
        "full_name", Severity.QUESTION, f"Hồ sơ {child.code} đã đóng từ ngày {child.closed_on:%d/%m/%Y}.",
        "Xem lại hồ sơ: đóng nhầm thì báo cán bộ phụ trách mở lại; danh sách sai thì bỏ qua dòng.", (Suggestion("Vẫn ghi"),),
    )  # fmt: skip

"""Chỉ bổ sung cho trẻ thuộc địa bàn của người nộp danh sách; trẻ ở nơi khác do nơi đó ghi.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 19 khoản 2; Nghị định 56/2017/NĐ-CP, Điều 33.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import moving
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    link = context.link(row)
    arriving = context.layout is not None and context.layout.code == "moves" and moving.direction(row, context) == "in"
    if link.child is None or link.in_scope or arriving:
        return  # the commune of arrival may write the move
    yield Finding(
        "full_name", Severity.MUST_FIX, "Trẻ này đang ghi ở địa bàn khác.",
        "Gửi dòng này cho xã, phường nơi trẻ ở, hoặc ghi trẻ chuyển đến trước.",
    )  # fmt: skip

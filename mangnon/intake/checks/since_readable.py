"""Ngày bắt đầu hoàn cảnh, trợ giúp phải đọc được và không sau ngày nhận danh sách.

Căn cứ: Nghị định 56/2017/NĐ-CP, Điều 3 đến Điều 16 (các hoàn cảnh đặc biệt).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity

NEEDS = ("since",)

LEAVE_EMPTY = Suggestion("Để trống", "since", "")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("since")
    if text and row.since is None:
        yield Finding(
            "since", Severity.QUESTION, f"Không đọc được ngày “{text[:30]}”.", "Ghi ngày/tháng/năm, hoặc để trống.", (LEAVE_EMPTY,)
        )
    elif row.since and row.since > context.on:
        what = f"Ngày bắt đầu {row.since:%d/%m/%Y} sau ngày nhận danh sách."
        yield Finding("since", Severity.QUESTION, what, "Xem lại ngày, hoặc để trống.", (LEAVE_EMPTY,))
    elif row.since and row.birth and row.since < row.birth.day:
        what = f"Ngày bắt đầu {row.since:%d/%m/%Y} trước ngày sinh."
        yield Finding("since", Severity.QUESTION, what, "Xem lại ngày, hoặc để trống.", (LEAVE_EMPTY,))

"""Mức trợ cấp hằng tháng thường từ 100.000 đến 20.000.000 đồng; ngoài khoảng đó thì hỏi lại, quá một tỷ thì phải sửa.

Căn cứ: Nghị định 335/2026/NĐ-CP (chưa đối chiếu nguyên văn), trước đó Nghị định 20/2021/NĐ-CP, Điều 4 và Điều 6 (mức chuẩn nhân hệ số);
công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import money
from mangnon.intake.vocabulary import Severity
from mangnon.lib import vietnamese

NEEDS = ("amount",)
USUAL = range(100_000, 20_000_001)
HELD = 1_000_000_000  # the register keeps no number much larger
LEAVE_EMPTY, KEEP = Suggestion("Để trống", "amount", ""), Suggestion("Vẫn ghi")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    amount = money.of_row(row)
    if amount is not None and amount not in USUAL:
        what = f"Mức trợ cấp {vietnamese.number(amount)} đồng một tháng khác thường."
        severity, ways = (Severity.QUESTION, (LEAVE_EMPTY, KEEP)) if amount <= HELD else (Severity.MUST_FIX, (LEAVE_EMPTY,))
        yield Finding("amount", severity, what, "Xem lại quyết định: có khi thiếu hoặc thừa ba số 0.", ways)

"""Cân nặng khi sinh thường từ 500 đến 6.000 gam; ngoài khoảng đó thì hỏi lại, quá 30.000 gam thì phải sửa.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity
from mangnon.lib import vietnamese

NEEDS = ("weight",)
USUAL = range(500, 6_001)
LEAVE_EMPTY, KEEP = Suggestion("Để trống", "weight", ""), Suggestion("Vẫn ghi")
HELD = 30_000  # grams; the register keeps no number much larger


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    weight = row.value("weight")
    if weight is not None and weight not in USUAL:
        what = f"Cân nặng khi sinh {vietnamese.number(weight)} gam khác thường."
        severity, ways = (Severity.QUESTION, (LEAVE_EMPTY, KEEP)) if weight <= HELD else (Severity.MUST_FIX, (LEAVE_EMPTY,))
        yield Finding("weight", severity, what, "Xem lại giấy chứng sinh.", ways)

"""Danh sách chi trả nhiều tháng (quý, 3 tháng, truy lĩnh) ghi tổng số tiền: hỏi mức của một tháng.

Căn cứ: Nghị định 335/2026/NĐ-CP (chưa đối chiếu nguyên văn), trước đó Nghị định 20/2021/NĐ-CP, Điều 6 (trợ cấp hằng tháng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import money
from mangnon.intake.vocabulary import Severity
from mangnon.lib import vietnamese

FORMATS = ("social-assistance",)
LIKELY = 2_000_000  # above it most sums are of more months than one: the largest coefficients of children stay below


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    amount, months = money.of_row(row), money.months_of(row.text("banner"))
    if amount is None or "amount" in row.corrected or row.text("amount_a_month") or (months is None and amount <= LIKELY):
        return
    shown = vietnamese.number(amount)
    if months is None:
        what = f"{shown} đồng một tháng là cao; có khi là tiền của nhiều tháng."
    else:
        what = f"Tiêu đề ghi nhiều tháng: {shown} đồng là của mấy tháng?"
    share = next((amount // count for count in ((months or 3),) if amount % count == 0), None)
    way = (Suggestion(f"Ghi {vietnamese.number(share)} một tháng", "amount", vietnamese.number(share)),) if share else ()
    yield Finding("amount", Severity.QUESTION, what, "Ghi mức của một tháng.", (*way, Suggestion("Đúng là một tháng, vẫn ghi")))

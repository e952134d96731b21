"""Tiêu đề ghi đơn vị tính là nghìn đồng, triệu đồng thì số tiền được đổi ra đồng; nhắc một lần để người nhận xem lại.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import money
from mangnon.intake.vocabulary import Severity
from mangnon.lib import vietnamese

FORMATS = ("social-assistance",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    typed, amount = row.value("amount"), money.of_row(row)
    if amount is None or amount == typed or row.number != context.first_row:
        return  # said once, at the first row
    what = f"Đơn vị tính ở tiêu đề: {row.text('amount')} ghi là {vietnamese.number(amount)} đồng một tháng."
    yield Finding("amount", Severity.NOTE, what, "Không đúng thì sửa số tiền, ghi bằng đồng.")

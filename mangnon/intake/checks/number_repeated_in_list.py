"""Một số định danh không thể thuộc hai trẻ khác tên trong một danh sách.

Căn cứ: Luật Căn cước 26/2023/QH15, Điều 12 (số định danh là duy nhất cho mỗi công dân).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import agreeing
from mangnon.intake.vocabulary import Severity

NEEDS = ("personal_number",)

WITHIN_LIST = True


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    shared = context.rows_by_number.get(row.personal_number, ())
    others = [number for number, other in shared if number != row.number and not agreeing.alike_names(name, other)]
    if row.personal_number and others:
        where = "; ".join(context.where(number) for number in others[:3])
        yield Finding(
            "personal_number", Severity.MUST_FIX, f"Số định danh này cũng ghi ở {where} với tên khác.",
            "Xem giấy khai sinh của cả hai trẻ; chưa rõ thì để trống số.",
        )  # fmt: skip

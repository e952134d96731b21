"""Việc đã xảy ra (sinh, tiêm, mất, chuyển, quyết định) không thể sau ngày nhận danh sách.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import spans
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for field, first in spans.first_days(row):
        if first > context.on and field not in spans.MAY_COME:
            title = context.layout.column(field).title if context.layout else field
            yield Finding(
                field,
                Severity.MUST_FIX,
                f"{title} {row.text(field)} sau ngày nhận danh sách {context.on:%d/%m/%Y}.",
                "Xem lại ngày, nhất là năm.",
            )

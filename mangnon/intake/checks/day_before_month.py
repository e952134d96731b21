"""Cột ngày chỉ có thể viết tháng trước ngày (06/25/2018) thì hỏi: ở Việt Nam ngày đứng trước tháng, nên sổ không tự đoán.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (cách ghi ngày, tháng, năm).
"""

from collections.abc import Iterator, Mapping

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import dates
from mangnon.intake.vocabulary import Severity

NONE: Mapping[str, str] = {}


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for field, shown in context.month_first.get(row.number, NONE).items():
        text = row.text(field)
        other = dates.swapped(text) if text and field not in row.corrected else None
        if other is None or dates.month_first(text) is False:
            continue
        yield Finding(
            field, Severity.MUST_FIX, f"Cột này viết tháng trước ngày (có ô “{shown}”): “{text}” là ngày {other}?",
            "Chấp nhận để đổi cả cột sang ngày/tháng/năm.", (Suggestion(f"Đổi thành {other}", field, other),),
        )  # fmt: skip

"""Cột ngày có ô là ngày thật của Excel, có ô chỉ là chữ, thì hỏi: Excel tiếng Anh có thể đã đổi chỗ ngày và tháng của các ô trước.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (cách ghi ngày, tháng, năm).
"""

from collections.abc import Iterator, Mapping

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import dates
from mangnon.intake.vocabulary import Severity

NONE: Mapping[str, str] = {}
OF_COLUMN = True


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for field, shown in context.half_swapped.get(row.number, NONE).items():
        text = row.text(field)
        other = dates.swapped(text) if text and field not in row.corrected else None
        if other is None or dates.month_first(text) is False or dates.read_day(other) == dates.read_day(text):
            continue
        yield Finding(
            field, Severity.QUESTION,
            f"“{text}” có thể là ngày {other}: cột có ô còn là chữ (“{shown}”), nên Excel có thể đã đổi chỗ ngày, tháng ở ô này.",
            "Xem một giấy khai sinh: bị đổi thì đổi cả cột, không thì giữ.",
            (Suggestion(f"Đổi thành {other}", field, other), Suggestion(f"Giữ {text}")),
        )  # fmt: skip

"""Danh sách trẻ mới sinh chỉ gồm trẻ sinh trong năm qua; cũ hơn thì hỏi lại, có thể sai năm sinh.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 15 (khai sinh trong 60 ngày).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity

FORMATS = ("births",)
DAYS = 366


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.birth and (context.listed_on or context.on).toordinal() - row.birth.day.toordinal() > DAYS:
        yield Finding(
            "birth_date", Severity.QUESTION, f"Trẻ sinh {row.birth.text()}, đã hơn một năm.",
            "Xem lại năm sinh; khai sinh muộn thì vẫn ghi.",
            (Suggestion("Vẫn ghi"),),
        )  # fmt: skip

"""Danh sách lập đã hơn một năm thì nhắc: thông tin có thể không còn đúng. Hộ nghèo rà soát hằng năm, nên danh sách cũ thì hỏi từng dòng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 4 (cập nhật); Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 3 (chính xác, cập nhật).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity

DAYS = 366
YEARLY = "poor-households"  # a standing holds until the next review


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if context.layout is not None and context.layout.code == YEARLY:
        yield from _of_a_past_year(row, context)
        return
    if context.listed_on is None or row.number != context.first_row:
        return  # said once, at the first row
    if (context.on - context.listed_on).days > DAYS:
        what = f"Danh sách lập ngày {context.listed_on:%d/%m/%Y}, đã hơn một năm."
        yield Finding("full_name", Severity.NOTE, what, "Nếu có danh sách mới hơn, gửi danh sách mới; sổ không ghi đè thông tin mới hơn.")


def _of_a_past_year(row: ReadRow, context: Context) -> Iterator[Finding]:
    made = context.listed_on or (row.value("decided_on") if not row.text("standing_since") else None)
    if made is not None and (context.on - made).days > DAYS:
        yield Finding(
            "standing", Severity.QUESTION, f"Danh sách của ngày {made:%d/%m/%Y}, đã hơn một năm.",
            "Hộ vẫn còn trong diện này thì ghi; không còn thì bỏ qua dòng này và gửi danh sách của năm nay.",
            (Suggestion("Hộ vẫn còn trong diện, ghi"),),
        )  # fmt: skip

"""Danh sách lập đã hơn một năm thì nhắc: thông tin có thể không còn đúng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 4 (cập nhật); Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 3 (chính xác, cập nhật).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

DAYS = 366


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if context.listed_on is None or row.number != context.first_row:
        return  # said once, at the first row
    if (context.on - context.listed_on).days > DAYS:
        what = f"Danh sách lập ngày {context.listed_on:%d/%m/%Y}, đã hơn một năm."
        yield Finding("full_name", Severity.NOTE, what, "Nếu có danh sách mới hơn, gửi danh sách mới; sổ không ghi đè thông tin mới hơn.")

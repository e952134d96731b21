"""Số điện thoại có 10 chữ số, bắt đầu bằng 0 hoặc +84.

Căn cứ: Thông tư 22/2014/TT-BTTTT (quy hoạch kho số viễn thông).
"""

import re
from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

NEEDS = ("phone",)

_PHONE = re.compile(r"(?:0|\+?84)\d{9,10}|[1-9]\d{8}")  # the last: the zero lost in a spreadsheet


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("phone")
    numbers = [re.sub(r"[\s.\-()]", "", part) for part in re.split(r"[/;,]", text) if part.strip()]
    if any(not _PHONE.fullmatch(number) for number in numbers):
        yield Finding("phone", Severity.NOTE, f"Số điện thoại “{text[:30]}” không đủ 10 chữ số.", "Xem lại số để gọi được khi cần.")

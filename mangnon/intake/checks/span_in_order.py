"""Ngày bắt đầu phải trước ngày kết thúc: hạn thẻ, thời gian hưởng trợ giúp.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

NEEDS = ("card_until", "help_until")
PAIRS = (("card_since", "card_until"), ("help_since", "help_until"), ("help_since", "help_stopped"))


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for first, last in PAIRS:
        since, until = row.value(first), row.value(last)
        if since and until and until < since:
            what = f"Ngày kết thúc {until:%d/%m/%Y} trước ngày bắt đầu {since:%d/%m/%Y}."
            yield Finding(last, Severity.MUST_FIX, what, "Xem lại giấy tờ: một trong hai ngày sai.")
    first_day, last_day = row.value("card_span") or (None, None)
    if first_day and last_day and last_day < first_day:
        yield Finding(
            "card_span", Severity.MUST_FIX, f"Thời hạn “{row.text('card_span')}” ngược: ngày hết hạn trước ngày bắt đầu.", "Xem lại thẻ."
        )

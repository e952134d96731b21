"""Chỉ biết năm hoặc tháng mất thì vẫn ghi, và nhắc bổ sung ngày.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 32 đến Điều 34 (đăng ký khai tử).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity
from mangnon.register import rules as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

FORMATS = ("deaths",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    died = row.value("died_on")
    if not isinstance(died, Birth) or died.precision is Precision.DAY:
        return
    known = "năm" if died.precision is Precision.YEAR else "tháng và năm"
    closed = min(register.last_day_of(died), context.on)
    what = f"Mới biết {known} mất; hồ sơ sẽ đóng từ ngày {closed:%d/%m/%Y}."
    yield Finding("died_on", Severity.NOTE, what, "Bổ sung ngày mất khi có trích lục khai tử.")

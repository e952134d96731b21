"""Chỉ biết năm hoặc tháng sinh thì vẫn ghi, và nhắc bổ sung.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; Thông tư 13/2017/TT-BTTTT, Điều 8 khoản 2 (biết một phần giá trị).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import Precision


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.birth and row.birth.precision is not Precision.DAY:
        what = "năm" if row.birth.precision is Precision.YEAR else "tháng và năm"
        yield Finding("birth_date", Severity.NOTE, f"Mới biết {what} sinh.", "Bổ sung ngày sinh khi có giấy khai sinh.")

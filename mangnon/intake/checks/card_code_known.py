"""Hai chữ đầu và chữ số thứ ba của thẻ bảo hiểm y tế 15 ký tự phải là mã đối tượng, mã mức hưởng có thật; khác thì hỏi lại.

Căn cứ: Quyết định 1351/QĐ-BHXH ngày 16/11/2015, Điều 2 (mã thẻ bảo hiểm y tế); chưa đối chiếu nguyên văn.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import cards
from mangnon.intake.vocabulary import Severity

FORMATS = ("health-insurance",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    number = row.value("card")
    if number and not cards.code_known(number):
        yield Finding(
            "card", Severity.QUESTION, f"Mã thẻ “{number}” không đúng mẫu: không có đối tượng, mức hưởng {number[:3]}.", "Xem lại thẻ.",
            (Suggestion("Vẫn ghi"),),
        )  # fmt: skip

"""Ô hộ nghèo, cận nghèo ghi Hộ nghèo, Hộ cận nghèo hoặc để trống.

Căn cứ: Nghị định 56/2017/NĐ-CP, Điều 15; Nghị định 07/2021/NĐ-CP (chuẩn hộ nghèo, hộ cận nghèo; chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules.words import is_not_poor
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import Standing

NEEDS = ("poverty",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("poverty")
    if row.standing is None and not is_not_poor(text):
        ways = (*(Suggestion(f"Ghi {label}", "poverty", label) for label in Standing.labels), Suggestion("Để trống", "poverty", ""))
        yield Finding(
            "poverty", Severity.QUESTION, f"Không hiểu “{text[:40]}” ở cột hộ nghèo.", "Ghi Hộ nghèo, Hộ cận nghèo hoặc để trống.", ways
        )

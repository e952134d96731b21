"""Cân nặng khi sinh thường từ 500 đến 6.000 gam; ngoài khoảng đó thì hỏi lại.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity
from mangnon.lib import vietnamese

NEEDS = ("weight",)
USUAL = range(500, 6_001)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    weight = row.value("weight")
    if weight is not None and weight not in USUAL:
        yield Finding(
            "weight", Severity.QUESTION, f"Cân nặng khi sinh {vietnamese.number(weight)} gam khác thường.", "Xem lại giấy chứng sinh.",
            (Suggestion("Để trống", "weight", ""), Suggestion("Vẫn ghi")),
        )  # fmt: skip

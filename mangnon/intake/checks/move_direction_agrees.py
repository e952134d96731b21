"""Chuyển đến, chuyển đi phải hợp với nơi đi, nơi đến của dòng; nói ngược nhau thì hỏi.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Luật Cư trú 68/2020/QH14, Điều 20 và Điều 24
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import moving
from mangnon.intake.vocabulary import Severity

FORMATS = ("moves",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if told := moving.contradiction(row, context):
        other = "Chuyển đến" if moving.said_way(row) == "out" else "Chuyển đi"
        yield Finding(
            "direction", Severity.MUST_FIX, f"Dòng ghi {told}.", "Sửa chiều chuyển, nơi đi hoặc nơi đến.",
            (Suggestion(f"Ghi {other.lower()}", "direction", other),),
        )  # fmt: skip

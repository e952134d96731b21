"""Hoàn cảnh đặc biệt phải thuộc một trong 14 nhóm của luật.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 10 khoản 1; Nghị định 56/2017/NĐ-CP, Điều 3 đến Điều 16.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity

NEEDS = ("circumstances",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for part in row.unknown_circumstances:
        yield Finding(
            "circumstances", Severity.QUESTION, f"“{part[:60]}” không phải một hoàn cảnh đặc biệt của Luật Trẻ em, Điều 10.",
            "Chọn lại tên nhóm như trong tệp mẫu, hoặc ghi dòng này không kèm hoàn cảnh đó.", (Suggestion("Ghi không kèm hoàn cảnh này"),),
        )  # fmt: skip

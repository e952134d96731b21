"""Hoàn cảnh đặc biệt phải thuộc một trong 14 nhóm của luật.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 10 khoản 1; Nghị định 56/2017/NĐ-CP, Điều 3 đến Điều 16.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import words
from mangnon.intake.vocabulary import Severity

NEEDS = ("circumstances",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for part in row.unknown_circumstances:
        likely = words.likely_clauses(part)
        ask = f"; có phải: {' hoặc '.join(f'“{label}”' for label in likely)}?" if likely else "."
        text = row.text("circumstances")
        ways = (Suggestion(f"Ghi {label}", "circumstances", text.replace(part, label, 1)) for label in likely)
        yield Finding(
            "circumstances", Severity.QUESTION, f"“{part[:60]}” chưa khớp được với hoàn cảnh nào của Luật Trẻ em, Điều 10{ask}",
            "Chọn lại tên nhóm như trong tệp mẫu, hoặc ghi dòng này không kèm hoàn cảnh đó.",
            (*ways, Suggestion("Ghi không kèm hoàn cảnh này")),
        )  # fmt: skip

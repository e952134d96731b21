"""Nguy cơ phải là một trong bảy nguy cơ của Mẫu 03.

Căn cứ: Mẫu 03 thống kê số liệu trẻ em, phần III (nguy cơ rơi vào hoàn cảnh đặc biệt).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity

NEEDS = ("risks",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for part in row.unknown_risks:
        yield Finding(
            "risks", Severity.QUESTION, f"Không hiểu nguy cơ “{part[:60]}”.",
            "Chọn lại tên nguy cơ như trong tệp mẫu, hoặc ghi dòng này không kèm nguy cơ đó.", (Suggestion("Ghi không kèm nguy cơ này"),),
        )  # fmt: skip

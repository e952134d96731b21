"""Mỗi dòng một trẻ; cột khác của dòng (“Con thứ 2”) ghi thêm một trẻ thì hỏi, để trẻ ấy không bị sót.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules.words import is_nothing
from mangnon.intake.vocabulary import Severity

FORMATS = ("child-list",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    other = row.text("other_child")
    if other and not is_nothing(other):
        yield Finding(
            "full_name", Severity.QUESTION, f"Dòng này còn ghi một trẻ ở cột khác: “{other[:60]}”; sổ chỉ đọc một trẻ mỗi dòng.",
            "Ghi trẻ ấy ở một dòng riêng trong tệp, đủ ngày sinh và các cột khác, rồi gửi lại.",
            (Suggestion("Chỉ ghi trẻ của ô họ và tên"),),
        )  # fmt: skip

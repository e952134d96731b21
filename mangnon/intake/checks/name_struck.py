"""Họ và tên bị gạch ngang trong tệp thì hỏi: gạch một trẻ thường là bỏ trẻ ấy khỏi danh sách.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (rà soát, bổ sung, chỉnh sửa).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import asides
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if asides.is_struck(row.text(asides.FIELD)):
        yield Finding(
            "full_name", Severity.QUESTION, "Họ và tên bị gạch ngang trong tệp: trẻ có thể đã bị bỏ khỏi danh sách.",
            "Trẻ đã mất, đã chuyển đi, ghi trùng thì bỏ qua dòng này; gạch nhầm thì ghi.", (Suggestion("Gạch nhầm, vẫn ghi"),),
        )  # fmt: skip

"""Dòng của tệp .csv có nhiều ô hơn tiêu đề thì hỏi: một dấu phẩy trong ô không có ngoặc kép làm các ô sau lệch cột.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import asides
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if beyond := asides.beyond(row.text(asides.FIELD)):
        yield Finding(
            "full_name", Severity.QUESTION,
            f"Dòng này có nhiều ô hơn các dòng khác (thừa “{beyond[:80]}”): dấu phẩy trong một ô có thể đã làm lệch các ô sau nó.",
            "Xem từng ô của dòng; ô nào lệch thì sửa lại cho đúng cột.", (Suggestion("Các ô đúng cột, vẫn ghi"),),
        )  # fmt: skip

"""Danh sách có hai cột ngày sinh (“Ngày sinh” và “Năm sinh”) mà hai ô khác nhau thì hỏi ô nào đúng; không tự lấy một ô.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (trùng, mâu thuẫn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import second_births
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    again = row.text(second_births.FIELD)
    other = second_births.contrary(row.birth, again) if again and row.birth else None
    if row.birth and other:
        own, theirs = row.birth.text(), other.text()
        yield Finding(
            "birth_date", Severity.QUESTION, f"Hai cột ngày sinh khác nhau: {own} và {theirs}.", "Xem giấy khai sinh: ô nào đúng?",
            (Suggestion(f"Ghi {theirs}", "birth_date", theirs), Suggestion(f"Giữ {own}")),
        )  # fmt: skip

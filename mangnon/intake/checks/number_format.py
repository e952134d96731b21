"""Số định danh cá nhân có đúng 12 chữ số. Thiếu số 0 ở đầu là lỗi hay gặp khi Excel coi số là con số.

Căn cứ: Luật Căn cước 26/2023/QH15, Điều 12; Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 7.
"""

import re
from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity
from mangnon.register import rules

NEEDS = ("personal_number",)

LEAVE_EMPTY = Suggestion("Để trống", "personal_number", "")
_NO_FIGURE = re.compile(r"\D")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?e\+?\d+", re.IGNORECASE)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    number = row.personal_number
    if not number or rules.read_number(number):
        return
    if _SCIENTIFIC.fullmatch(row.text("personal_number")):
        yield Finding(
            "personal_number", Severity.MUST_FIX, f"Số định danh bị Excel rút thành “{row.text('personal_number')}”.",
            "Xem lại giấy tờ rồi gõ đủ 12 chữ số; trong Excel định dạng cột là Văn bản.", (LEAVE_EMPTY,),
        )  # fmt: skip
    elif number.isascii() and number.isdigit():
        padded = number.zfill(rules.NUMBER_LENGTH)
        lost_zero = len(number) in {10, 11} and _agrees(padded, row)
        ways = (Suggestion(f"Thêm số 0: {padded}", "personal_number", padded), LEAVE_EMPTY) if lost_zero else (LEAVE_EMPTY,)
        hint = f"Có thể mất số 0 ở đầu: {padded}. " if lost_zero else ""
        yield Finding(
            "personal_number", Severity.MUST_FIX, f"Số định danh có {len(number)} chữ số, cần đủ 12.",
            f"{hint}Nếu chưa có số, để trống ô; hồ sơ vẫn ghi được.", ways,
        )  # fmt: skip
    else:
        likely = _NO_FIGURE.sub("", number.upper().replace("O", "0").replace("I", "1").replace("L", "1"))
        ways = (Suggestion(f"Ghi {likely}", "personal_number", likely), LEAVE_EMPTY) if _agrees(likely, row) else (LEAVE_EMPTY,)
        yield Finding(
            "personal_number", Severity.MUST_FIX, f"Số định danh “{row.text('personal_number')[:30]}” có ký tự không phải chữ số.",
            "Gõ lại 12 chữ số; nếu chưa có số, để trống ô.", ways,
        )  # fmt: skip


def _agrees(number: str, row: ReadRow) -> bool:
    """Whether the number with its zero back speaks of the birth year of the row."""
    parts = rules.read_number(number)
    return parts is not None and (row.birth is None or parts.birth_year == row.birth.day.year)

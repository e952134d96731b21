"""Số định danh mất số 0 ở đầu thì đọc lại đủ 12 chữ số, khi số ấy đúng với năm sinh và giới tính của trẻ; ghi chú cách đọc.

Căn cứ: Luật Căn cước 26/2023/QH15, Điều 12; Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 7.
"""

import re
import unicodedata
from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

NEEDS = ("personal_number",)

_NO_FIGURE = re.compile(r"\D")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    number, typed = row.personal_number, row.text("personal_number")
    if number[:1] != "0" or number in typed or not number.isdigit() or number in _NO_FIGURE.sub("", unicodedata.normalize("NFKC", typed)):
        return
    yield Finding(
        "personal_number", Severity.NOTE, f"Số định danh “{typed[:30]}” mất số 0 ở đầu, đọc là {number}.",
        "Đúng như vậy thì không phải sửa.",
    )  # fmt: skip

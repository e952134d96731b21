"""Ngày sinh gõ chữ O thay số 0 thì đọc là số 0 và ghi chú cách đọc, để người gửi xem lại.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

import re
from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

_LETTER = re.compile(r"(?<![^\W\d_])[\dOo]*(?:\d[Oo]|[Oo]\d)")  # "1O/03/2019", not "Oct"


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("birth_date")
    if row.birth is None or ("O" not in text and "o" not in text) or not _LETTER.search(text):
        return
    yield Finding(
        "birth_date", Severity.NOTE, f"Ngày sinh “{text[:40]}” có chữ O giữa các chữ số, đọc là {row.birth.text()}.",
        "Đúng như vậy thì không phải sửa.",
    )  # fmt: skip

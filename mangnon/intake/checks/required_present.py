"""Cột bắt buộc của mẫu phải có giá trị trong từng dòng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin còn thiếu).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

OWN = frozenset(
    {"full_name", "birth_date", "mother_name"}
)  # full_name_present, birth_date_present and carer_named tell; formula_failed where one failed


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for column in context.layout.required if context.layout else ():
        if column.field not in OWN and not row.text(column.field) and column.field not in row.failed:
            example = f" Ví dụ: {column.example}." if column.example else ""
            yield Finding(
                column.field, Severity.MUST_FIX, f"Thiếu {column.title[:1].lower()}{column.title[1:]}.", f"Ghi vào ô này.{example}"
            )

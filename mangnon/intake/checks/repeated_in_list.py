"""Một trẻ chỉ có một dòng: trùng họ tên, ngày sinh, cha mẹ là một trẻ; sinh đôi khác tên nên không trùng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1; công văn 3160/BTP-CNTT ngày 13/9/2021 (sinh đôi không phải trùng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENROLS

WITHIN_LIST = True


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    earlier = [number for number in context.rows_by_identity.get(row.identity, ()) if number < row.number]
    if row.identity and earlier:
        what = f"Trùng họ tên, ngày sinh, cha mẹ với {context.where(earlier[0])}."
        yield Finding("full_name", Severity.NOTE, what, "Chỉ ghi một hồ sơ; xem dòng nào đúng.")

"""Số định danh đã ghi trong sổ cho trẻ khác tên và khác ngày sinh thì không ghi thêm.

Căn cứ: Luật Căn cước 26/2023/QH15, Điều 12; công văn 3160/BTP-CNTT ngày 13/9/2021 (nghi trùng thông tin đã cấp số).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.lib.vietnamese import fold

NEEDS = ("personal_number",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    holder = context.holders.get(row.personal_number) if row.personal_number else None
    if holder is None or holder.name_key == fold(row.text("full_name")) or holder.birth == row.birth:
        return
    yield Finding(
        "personal_number", Severity.MUST_FIX, f"Số định danh này đã ghi cho hồ sơ {holder.code}, khác họ tên và ngày sinh.",
        "Xem lại số trên giấy khai sinh; chưa chắc thì để trống.", (Suggestion("Để trống", "personal_number", ""),),
    )  # fmt: skip

"""Số định danh đã ghi trong sổ cho trẻ khác tên thì không ghi thêm; là anh, chị, em sinh đôi hay một trẻ đã đổi tên thì người xem mới biết.

Căn cứ: Luật Căn cước 26/2023/QH15, Điều 12; công văn 3160/BTP-CNTT ngày 13/9/2021 (nghi trùng thông tin đã cấp số, sinh đôi).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import agreeing, linking
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("personal_number",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    holder = context.holders.get(row.personal_number) if row.personal_number else None
    if holder is None or not row.text("full_name") or agreeing.holds(row, holder):
        return
    if linking.is_chosen(row) and linking.code_of(row) == holder.code:
        return
    same_birth = holder.birth == row.birth
    what = "cùng ngày sinh nhưng khác họ tên" if same_birth else "khác họ tên và ngày sinh"
    empty = Suggestion("Để trống", "personal_number", "")
    renamed = Suggestion(f"Là {holder.code}, đã đổi tên", "child_code", holder.code)
    yield Finding(
        "personal_number", Severity.MUST_FIX, f"Số định danh này đã ghi cho hồ sơ {holder.code}, {what}.",
        "Xem lại số trên giấy khai sinh; chưa chắc thì để trống.", (empty, renamed) if same_birth else (empty,),
    )  # fmt: skip

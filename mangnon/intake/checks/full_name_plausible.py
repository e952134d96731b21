"""Họ và tên có chữ số, ký hiệu hoặc chỉ một chữ thì lưu ý; không vì lạ mà từ chối tên Khơ-me, Hoa hay tên nước ngoài.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import names, several_names
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    if not name or names.looks_like_a_name(name) or names.legacy_encoding(name) or several_names.several(name):
        return  # one_child_a_row asks about several names
    if odd := names.odd_characters(name):
        what = f"Họ và tên có ký tự “{odd}”."
    elif len(name.split()) < 2:
        what = f"Họ và tên “{name}” chỉ có một chữ."
    else:
        what = "Họ và tên dài khác thường."
    yield Finding("full_name", Severity.NOTE, what, "Xem lại giấy khai sinh; đúng như vậy thì không phải sửa.")

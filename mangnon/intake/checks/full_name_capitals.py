"""Họ và tên có chữ viết thường thì đề nghị cách viết hoa. Tên viết hoa toàn bộ được ghi vào sổ theo cách viết thường dùng.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa tên người Việt Nam).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import child_names, names, words
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    if not name or not names.begins_small(name) or names.legacy_encoding(name):
        return
    if words.is_nothing(name) or child_names.is_nameless(name) or child_names.doubt(name):  # no name to write better
        return
    better = names.in_usual_capitals(name)
    yield Finding(
        "full_name", Severity.NOTE, f"Họ tên viết thường: đề nghị “{better}”.", "",
        (Suggestion(f"Đổi thành {better}", "full_name", better),),
    )  # fmt: skip

"""Họ và tên viết thường hoặc viết hoa toàn bộ thì đề nghị cách viết hoa.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa tên người Việt Nam).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import names
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    if not name or not names.badly_capitalised(name) or names.legacy_encoding(name):
        return
    better = names.in_usual_capitals(name)
    how = "viết hoa toàn bộ" if name.isupper() else "viết thường"
    yield Finding(
        "full_name", Severity.NOTE, f"Họ tên {how}: đề nghị “{better}”.", "",
        (Suggestion(f"Đổi thành {better}", "full_name", better),),
    )  # fmt: skip

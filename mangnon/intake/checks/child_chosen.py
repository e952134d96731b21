"""Khi nhiều hồ sơ giống nhau, hoặc chưa chắc là một trẻ, thì người có trách nhiệm chọn; sổ không tự đoán.

Căn cứ: công văn 3160/BTP-CNTT ngày 13/9/2021 (sinh đôi, trùng họ tên và ngày sinh vẫn là hai người).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, KnownChild, ReadRow, Suggestion
from mangnon.intake.rules import linking
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    link = context.link(row)
    if link.child or link.new or not link.candidates:
        return
    ways = tuple(Suggestion(f"Là {_who(child)}", "child_code", child.code) for child in link.candidates)
    new = Suggestion("Không phải, ghi trẻ mới", "child_code", linking.NEW)
    what = f"Chưa chắc dòng này nói về trẻ nào: {'; '.join(_who(child) for child in link.candidates)}."
    yield Finding("child_code", Severity.MUST_FIX, what, f"{link.why} Chọn hồ sơ đúng.".strip(), (*ways, new))


def _who(child: KnownChild) -> str:
    return f"{child.code} {child.full_name}, sinh {child.birth.text()}"

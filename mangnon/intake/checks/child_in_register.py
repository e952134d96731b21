"""Dòng của danh sách bổ sung phải nói về một trẻ đã có trong sổ; chưa có thì hỏi có ghi trẻ mới không.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (bổ sung trẻ em còn thiếu).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import child_names, linking
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register import rules

KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    link = context.link(row)
    if link.child or link.candidates or link.new:
        return
    if not (linking.code_of(row) or linking.number_of(row) or linking.enough_to_find(row)):
        return  # enough_to_find tells
    if row.birth and not rules.is_child(born=row.birth.day, on=context.on):
        return  # under_sixteen tells
    if child_names.is_nameless(row.text("full_name")):
        return  # newborn_named tells
    may_enter = bool(row.text("full_name")) and row.birth is not None
    ways = (Suggestion("Ghi trẻ mới vào sổ", "child_code", linking.NEW),) if may_enter else ()
    todo = "Xem lại mã hồ sơ, số định danh."
    if may_enter:
        todo = "Ghi trẻ mới vào sổ, hoặc sửa họ tên, ngày sinh, số định danh cho đúng với hồ sơ."
    yield Finding("child_code", Severity.MUST_FIX, link.why or "Trẻ này chưa có trong sổ.", todo, ways)

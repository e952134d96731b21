"""Người đủ 16 tuổi không còn là trẻ em: hỏi lại trước khi ghi.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 1 (trẻ em là người dưới 16 tuổi).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register import rules


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.birth is None or rules.is_child(born=row.birth.day, on=context.on):
        return
    day = rules.sixteenth_birthday(row.birth.day)
    if context.layout is None or context.layout.kind is Kind.ENROLS:
        yield Finding(
            "birth_date", Severity.QUESTION, f"Trẻ đủ 16 tuổi từ {day:%d/%m/%Y}.", "Bỏ qua dòng này hay ghi để tra cứu?",
            (Suggestion("Vẫn ghi"),),
        )  # fmt: skip
    elif context.link(row).child is None:  # whom the register knows may be written of at any age
        yield Finding("birth_date", Severity.MUST_FIX, f"Đủ 16 tuổi từ {day:%d/%m/%Y}, không thuộc sổ trẻ em.", "Bỏ qua dòng này.")

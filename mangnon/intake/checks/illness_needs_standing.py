"""Nhóm 13 (bệnh hiểm nghèo, bệnh phải điều trị dài ngày) chỉ gồm trẻ thuộc hộ nghèo hoặc hộ cận nghèo.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 10 khoản 1 điểm n; Nghị định 56/2017/NĐ-CP, Điều 15.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.circumstances import CLAUSES
from mangnon.register.vocabulary.people import CircumstanceKind, Standing

NEEDS = ("circumstances",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    clauses = [CLAUSES[key] for key in row.circumstances]
    if row.standing is None and any(c.kind is CircumstanceKind.SPECIAL and c.group == 13 for c in clauses):
        ways = (*(Suggestion(f"Ghi {label}", "poverty", label) for label in Standing.labels), Suggestion("Vẫn ghi"))
        yield Finding(
            "poverty", Severity.QUESTION, "Trẻ mắc bệnh hiểm nghèo, bệnh dài ngày nhưng chưa ghi hộ nghèo hoặc hộ cận nghèo.",
            "Nhóm này chỉ tính trẻ thuộc hộ nghèo, hộ cận nghèo. Hộ của trẻ thuộc diện nào?", ways,
        )  # fmt: skip

"""Giới tính là Nam, Nữ hoặc Chưa xác định.

Căn cứ: QCVN 109:2017/BTTTT (0 chưa có thông tin, 1 nam, 2 nữ); công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import formulas
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register import rules
from mangnon.register.vocabulary.people import Sex

NEEDS = ("sex",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.sex is not None:
        return
    text, failed = row.text("sex"), row.failed.get("sex", "")
    if not text and not failed and context.layout and context.layout.kind is Kind.ENRICHES:
        return
    if text:
        what, severity = f"Không hiểu giới tính “{text[:30]}”.", Severity.MUST_FIX
    elif failed:
        what, severity = f"Ô giới tính ghi “{failed[:20]}”: {formulas.why(failed)}.", Severity.MUST_FIX
    else:
        what, severity = "Ô giới tính để trống.", Severity.NOTE
    parts = rules.read_number(row.personal_number)
    likely = [parts.sex] if parts else [Sex.MALE, Sex.FEMALE]
    todo = "Ghi Nam, Nữ hoặc Chưa xác định."
    if parts:
        todo = f"Số định danh cho biết trẻ là {parts.sex.label.lower()}; xem lại rồi ghi."
    yield Finding("sex", severity, what, todo, tuple(Suggestion(f"Ghi {sex.label}", "sex", sex.label) for sex in likely))

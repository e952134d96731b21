"""Ô của công thức không ra kết quả (#N/A, #REF!, #VALUE! …) không nói gì về trẻ: không ghi chữ ấy vào sổ, và báo là ô ấy thiếu.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin còn thiếu, sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import TICK, Column, Context, Finding, ReadRow, Suggestion, whole
from mangnon.intake.rules import formulas
from mangnon.intake.vocabulary import Kind, Severity

OF_COLUMN = True
OWN = frozenset({"number", "sex"})  # a number in the list is nothing of the child; sex_known asks
WEIGHTY = frozenset({  # by which a child is found, or told from others; where it lives
    "personal_number", "child_code", "father_name", "mother_name", "guardian_name", "sex", "permanent", "temporary", "current",
    "from_place", "to_place",
})  # fmt: skip


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for name, text in row.failed.items():
        field = name.partition(TICK)[0]
        shown = whole(field)
        if field in OWN or shown in row.corrected or (context.layout is not None and not context.layout.has(shown)):
            continue
        column = context.layout.column(shown) if context.layout else Column(shown, shown)
        severity = _severity(column, context)
        title = context.layout.title_of(name) if context.layout and context.layout.has(name) else column.title
        ways = (Suggestion("Ghi, để trống ô này"),) if severity is Severity.QUESTION else ()
        yield Finding(shown, severity, f"Ô {title} ghi “{text[:20]}”: {formulas.why(text)}, chưa đọc được gì.", formulas.advice(text), ways)


def _severity(column: Column, context: Context) -> Severity:
    """A child cannot be entered without what is required; what only helps to find one of the register is asked."""
    helps = context.layout is not None and context.layout.kind is Kind.ENRICHES and column.field in {"full_name", "birth_date"}
    if column.required or column.field in {"full_name", "birth_date"}:
        return Severity.QUESTION if helps else Severity.MUST_FIX
    if column.field in WEIGHTY:
        return Severity.QUESTION
    return column.unread if column.reads is not None else Severity.NOTE

"""Mỗi dòng của danh sách hộ nghèo phải cho biết diện hộ, và chỉ một diện.

Căn cứ: Nghị định 07/2021/NĐ-CP, Điều 3 (chuẩn hộ nghèo, hộ cận nghèo; chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import standings
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import Standing

FORMATS = ("poor-households",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.value("standing") or row.text("standing"):
        return  # value_readable tells of unknown words
    if not standings.is_said(row) and standings.of_banner(row.text("banner")):
        return  # the section or the title says it of all
    marks = [field for field in ("poor_mark", "near_poor_mark") if row.value(field)]
    if len(marks) == 1:
        return
    what = "Dòng đánh dấu cả hộ nghèo và hộ cận nghèo." if marks else "Chưa biết hộ nghèo hay hộ cận nghèo."
    yield Finding(
        "standing",
        Severity.MUST_FIX,
        what,
        "Ghi một trong hai.",
        tuple(Suggestion(f"Ghi {label}", "standing", label) for label in Standing.labels),
    )

"""Ô bị gạch ngang trong tệp thì hỏi có còn đúng không; ô chỉ gạch một phần thì đọc phần còn lại và báo phần bị gạch.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (rà soát, bổ sung, chỉnh sửa).
"""

from collections.abc import Iterator

from mangnon.intake.records import TICK, Context, Finding, Format, ReadRow, Suggestion, whole
from mangnon.intake.rules import asides
from mangnon.intake.vocabulary import Severity

SHOWN = 6  # columns named in one sentence


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    aside, layout = row.text(asides.FIELD), context.layout
    if not aside or layout is None:
        return
    found = [one for one in asides.struck(aside) if layout.has(one.field) and _column(one.field) not in row.corrected]
    if gone := [one.field for one in found if not one.letters]:
        titles = ", ".join(layout.title_of(field) for field in gone[:SHOWN])
        yield Finding(
            _shown(gone[0], layout), Severity.QUESTION, f"Ô {titles} bị gạch ngang trong tệp: có thể không còn đúng.",
            "Sai thì ghi lại cho đúng; gạch nhầm thì ghi như trong ô.", _ways(gone, layout),
        )  # fmt: skip
    for one in found:
        if one.letters:
            left = f"đọc phần còn lại “{text[:60]}”" if (text := row.text(_column(one.field))) else "phần còn lại không đọc được gì"
            what = f"Ô {layout.title_of(one.field)} có chữ bị gạch ngang “{one.letters[:60]}”: {left}."
            yield Finding(_shown(one.field, layout), Severity.NOTE, what, "Đọc như vậy là đúng thì không phải sửa.")


def _column(field: str) -> str:
    return whole(field.partition(TICK)[0])


def _shown(field: str, layout: Format) -> str:
    """The column of the page a struck one is shown at."""
    return _column(field) if layout.has(_column(field)) else "full_name"


def _ways(gone: list[str], layout: Format) -> tuple[Suggestion, ...]:
    keep = Suggestion("Gạch nhầm, ghi như trong ô")
    field = _shown(gone[0], layout)
    if len(gone) > 1 or layout.column(field).required:
        return (keep,)
    return keep, Suggestion("Để trống", field, "")

"""Cột trạng thái, kết quả, ghi chú hoặc chữ kèm họ tên nói ngược với danh sách (thôi hưởng, nghỉ học, hết hạn, không tiêm …) thì hỏi.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn).
"""

import re
from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import contrary, standings
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.vocabulary.people import SchoolingState

KIND = Kind.ENRICHES
_ASIDE = re.compile(r"[(\[,;–-](.+)$", re.DOTALL)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if context.layout is None or context.layout.kind is not Kind.ENRICHES or _said(row, context):
        return
    aside = _ASIDE.search(row.text("full_name"))
    for field, text in (("status", row.text("status")), ("note", row.text("note")), ("full_name", aside[1] if aside else "")):
        if contrary.in_row(context.layout.code, text):
            yield Finding(
                field, Severity.QUESTION, f"Dòng ghi “{text.strip(' ()')[:60]}”, nói ngược với danh sách.",
                "Xem lại: không còn đúng thì bỏ qua dòng, hoặc ghi ngày kết thúc, tình trạng vào cột của mẫu.", _ways(text, context),
            )  # fmt: skip
            return


def _said(row: ReadRow, context: Context) -> bool:
    """Whether the columns of the format say the same already: help with its last day, a pupil who left, a household no longer poor."""
    until = row.value("help_until") or row.value("card_until")
    if context.layout and context.layout.code == "social-assistance":
        return until is not None
    return (
        (until is not None and until < context.on)
        or row.value("state") in {SchoolingState.LEFT, SchoolingState.TRANSFERRED, SchoolingState.COMPLETED}
        or bool(row.value("left_mark") or row.value("moved_mark"))
        or row.value("standing") == standings.NONE
    )


def _ways(text: str, context: Context) -> tuple[Suggestion, ...]:
    keep = Suggestion("Vẫn ghi như danh sách")
    if context.layout and context.layout.code == "school-roll":
        return *(Suggestion(f"Ghi {label}", "state", label) for label in ("Đã nghỉ học", "Chuyển trường")), keep
    if context.layout and context.layout.code == "poor-households":
        return Suggestion("Ghi Thoát nghèo", "standing", "Thoát nghèo"), keep
    return (keep,)

"""Có ngày nghỉ học, chuyển trường mà không ghi tình trạng thì hỏi: trẻ còn học hay đã thôi.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 16 và Điều 44 (trẻ em bỏ học); công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (mâu thuẫn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import school
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import SchoolingState

FORMATS = ("school-roll",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    state = row.value("state") or school.ticked(row) or SchoolingState.ATTENDING
    if row.text("left_on") and state is SchoolingState.ATTENDING:
        ways = tuple(Suggestion(f"Ghi {label}", "state", label) for label in ("Đã nghỉ học", "Chuyển trường"))
        yield Finding(
            "left_on", Severity.MUST_FIX, f"Có ngày nghỉ học {row.text('left_on')[:20]} mà tình trạng là đang học.",
            "Ghi tình trạng, hoặc để trống ngày nghỉ học.", (*ways, Suggestion("Còn học, để trống ngày", "left_on", "")),
        )  # fmt: skip

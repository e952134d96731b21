"""Số thứ tự mũi tiêm phải có trong lịch của vắc xin, và mũi sau không tiêm trước mũi trước; khác thì hỏi lại.

Căn cứ: Thông tư 13/2026/TT-BYT, Điều 3 (lịch tiêm chủng; chưa đối chiếu nguyên văn); công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1
(thông tin mâu thuẫn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import vaccines
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.vaccines import NAMES

FORMATS = ("immunisation",)
KEEP = (Suggestion("Vẫn ghi"),)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if named := row.value("vaccine"):
        vaccine, number = named
        number = number or row.value("dose")
        if number and number > vaccines.most(vaccine):
            what = f"{NAMES[vaccine]} không có mũi {number}."
            yield Finding("dose" if row.text("dose") else "vaccine", Severity.QUESTION, what, "Xem lại vắc xin và số mũi.", KEEP)
    for vaccine, number, before in vaccines.out_of_order(row):
        yield Finding(
            f"dose_{vaccine}_{number}", Severity.QUESTION, f"{NAMES[vaccine]}: mũi {number} ghi trước mũi {before}.",
            "Xem lại hai ngày tiêm.", KEEP,
        )  # fmt: skip

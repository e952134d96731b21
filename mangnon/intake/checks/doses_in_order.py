"""Mũi sau của một vắc xin không tiêm trước mũi trước ghi ở dòng khác của danh sách; khác thì hỏi.

Căn cứ: Thông tư 13/2026/TT-BYT, Điều 3 (lịch tiêm chủng; chưa đối chiếu nguyên văn); công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1
(thông tin mâu thuẫn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import claims
from mangnon.intake.vocabulary import Severity

FORMATS = ("immunisation",)
WITHIN_LIST = True


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    for claim in claims.of_order(row, "immunisation", child) if child else ():
        mine, day = claim.value.split()
        for number, value, words in context.claims.get(claim.about, ()):
            other, when = value.split()
            if (int(mine) - int(other)) * (-1 if day < when else 1 if day > when else 0) < 0:
                yield Finding(
                    claim.column, Severity.QUESTION, f"Dòng này ghi {claim.words}, {context.where(number)} ghi {words}.",
                    "Xem lại số mũi và ngày tiêm.", (Suggestion("Vẫn ghi"),),
                )  # fmt: skip
                return

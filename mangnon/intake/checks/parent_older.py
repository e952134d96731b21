"""Cha, mẹ phải hơn con ít nhất 12 tuổi; ít hơn thì hỏi lại, có thể ghi nhầm cột hoặc nhầm năm.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Luật Hộ tịch 60/2014/QH13, Điều 14 (năm sinh của cha, mẹ).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Severity

NEEDS = ("mother_birth", "father_birth")
PARENTS = {"mother_birth": "Mẹ", "father_birth": "Cha"}
LEAST, MOST = 12, 70


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.birth is None:
        return
    for field, who in PARENTS.items():
        parent = row.value(field)
        if parent is None:
            continue
        years = row.birth.day.year - parent.day.year
        if years < LEAST:
            what = (
                f"{who} sinh {parent.text()}, chỉ hơn con {years} tuổi." if years > 0 else f"{who} sinh {parent.text()}, không trước con."
            )
        elif years > MOST:
            what = f"{who} sinh {parent.text()}, hơn con {years} tuổi."
        else:
            continue
        yield Finding(field, Severity.QUESTION, what, "Xem lại năm sinh, xem có nhầm cột của con.", (Suggestion("Vẫn ghi"),))

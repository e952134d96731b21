"""Một trẻ, một hộ, một thẻ ghi hai lần trong một danh sách mà khác nhau thì hỏi dòng nào đúng; không lấy dòng sau cùng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (trùng, mâu thuẫn); Luật Bảo hiểm y tế 25/2008/QH12, Điều 16 (mỗi người một thẻ).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import claims
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENRICHES
WITHIN_LIST = True


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    if child is None or context.layout is None:
        return
    told: set[int] = set()
    for claim in claims.of_row(row, context.layout.code, child):
        others = context.claims.get(claim.about, ())
        other = next((one for one in others if one[0] != row.number and one[1] != claim.value and one[0] not in told), None)
        if other is None:
            continue
        number, _, words = other
        told.add(number)
        yield Finding(
            claim.column, Severity.QUESTION, f"Dòng này ghi {claim.words}, {context.where(number)} ghi {words}.",
            "Xem dòng nào đúng; bỏ qua dòng sai rồi ghi dòng đúng.", (Suggestion("Dòng này đúng, vẫn ghi"),),
        )  # fmt: skip

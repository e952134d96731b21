"""Mỗi dòng một trẻ; ô họ và tên có vẻ ghi hai trẻ, hoặc một tên bị ngắt dòng, thì hỏi.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; công văn 3160/BTP-CNTT ngày 13/9/2021 (sinh đôi là hai trẻ, hai số định danh).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules.several_names import BREAK, several
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    found = several(name)
    if len(found) < 2:
        return
    told = ", ".join(f"“{one[:60]}”" for one in found[:4])
    if BREAK in name:
        whole = name.replace(BREAK, " ")
        yield Finding(
            "full_name", Severity.QUESTION, f"Ô họ và tên có {len(found)} dòng: {told}.",
            "Một tên bị ngắt dòng thì ghép lại. Nhiều trẻ thì ghi mỗi trẻ một dòng trong tệp rồi gửi lại.",
            (Suggestion(f"Ghép thành {whole}"[:120], "full_name", whole),),
        )  # fmt: skip
        return
    yield Finding(
        "full_name", Severity.QUESTION, f"Ô họ và tên có vẻ ghi {len(found)} trẻ: {told}.",
        "Ghi mỗi trẻ một dòng trong tệp, đủ ngày sinh và các cột khác của từng trẻ, rồi gửi lại.",
    )  # fmt: skip

"""Chữ ghi bên lề bảng (cột không có tiêu đề), lời ghi kèm một ô thì báo để người nhập biết: sổ không giữ các chữ ấy.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (rà soát, bổ sung, chỉnh sửa).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import asides, remarks
from mangnon.intake.vocabulary import Severity

ADVICE = "Sổ không giữ lời này; cần giữ thì chép vào cột Ghi chú hoặc cột của nó."


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if not (aside := row.text(asides.FIELD)):
        return
    for one in asides.words(aside):
        if remarks.of_a_note(one.text) is None:  # else child_gone asks
            where = f"Lời ghi kèm ô ở cột {one.column}" if one.comment else f"Bên lề, cột {one.column} không có tiêu đề, ghi"
            yield Finding("full_name", Severity.NOTE, f"{where}: “{one.text[:200]}”.", ADVICE)

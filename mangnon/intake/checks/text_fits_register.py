"""Chữ trong một ô không dài hơn chỗ sổ ghi được; dài hơn thì phải rút gọn, không tự cắt bớt.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import lengths
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.lib import vietnamese

SHOWN = 40  # letters


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    layout = context.layout
    held = dict(lengths.OF_FACTS.get(layout.code, {})) if layout else {}
    if layout is None or layout.kind is Kind.ENROLS or context.link(row).new:  # it makes a child
        held |= lengths.OF_A_CHILD
    for field, most in lengths.too_long(row, held):
        if layout is None or layout.has(field):
            yield Finding(
                field, Severity.MUST_FIX,
                f"Ô này dài hơn {vietnamese.number(most)} ký tự, sổ không ghi đủ được: “{row.text(field)[:SHOWN]}…”.",
                "Ghi ngắn lại; xem có chữ của ô khác, dòng khác chép lẫn vào không.",
            )  # fmt: skip

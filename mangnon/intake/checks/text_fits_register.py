"""Chữ trong một ô không dài hơn chỗ sổ ghi được; dài hơn thì phải rút gọn, không tự cắt bớt.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator, Mapping
from functools import cache

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import lengths
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.lib import vietnamese

SHOWN = 40  # letters


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    layout = context.layout
    makes_child = layout is None or layout.kind is Kind.ENROLS or context.link(row).new
    for field, most in lengths.too_long(row, _held(layout.code if layout else "", makes_child)):
        if layout is None or layout.has(field):
            yield Finding(
                field, Severity.MUST_FIX,
                f"Ô này dài hơn {vietnamese.number(most)} ký tự, sổ không ghi đủ được: “{row.text(field)[:SHOWN]}…”.",
                "Ghi ngắn lại; xem có chữ của ô khác, dòng khác chép lẫn vào không.",
            )  # fmt: skip


@cache
def _held(code: str, makes_child: bool) -> Mapping[str, int]:
    """How long a text of each column may be."""
    return {**lengths.OF_FACTS.get(code, {}), **(lengths.OF_A_CHILD if makes_child else {})}

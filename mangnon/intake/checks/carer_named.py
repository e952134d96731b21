"""Phải có ít nhất một trong ba: họ tên cha, họ tên mẹ, người nuôi dưỡng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (cha, mẹ, người giám hộ là thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.checks import carer_plausible
from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENROLS
NOBODY = "Chưa có họ tên cha, mẹ hoặc người nuôi dưỡng."
CARING = "Ghi họ tên người đang nuôi dưỡng trẻ; trẻ mồ côi hoặc bị bỏ rơi thì ghi thêm hoàn cảnh."


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.carers:
        return
    other = context.layout is not None and context.layout.kind is Kind.ENRICHES  # a roll or a vaccine list may enter a child without
    if other:
        yield Finding("full_name", Severity.NOTE, NOBODY, "Ghi ít nhất một người.")
    elif not (said := carer_plausible.instead_of_names(row)):
        yield Finding("mother_name", Severity.MUST_FIX, NOBODY, "Ghi ít nhất một người.")
    else:  # the one finding about these cells: whoever cares for the child now has a cell of its own
        column = "guardian_name" if context.layout is None or context.layout.has("guardian_name") else "mother_name"
        yield Finding(column, Severity.MUST_FIX, f"{said}: chưa biết ai chăm sóc trẻ.", CARING)

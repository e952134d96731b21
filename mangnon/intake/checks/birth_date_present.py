"""Ngày sinh phải có và đọc được.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; công văn 2513/LĐTBXH-TTTT ngày 14/7/2022 (thông tin cơ bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import SPREAD_OVER, Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import dates
from mangnon.intake.vocabulary import Kind, Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("birth_date")
    if not text and context.layout and context.layout.kind is Kind.ENRICHES and not context.link(row).new:
        return  # the number or the code finds the child; enough_to_find tells if there is neither
    if not text and "birth_date" not in row.corrected and any(part in row.failed for part in ("birth_date", *SPREAD_OVER["birth_date"])):
        return  # formula_failed tells
    if not text:
        yield Finding("birth_date", Severity.MUST_FIX, "Thiếu ngày sinh.", "Xem giấy khai sinh; chỉ biết năm thì ghi năm.")
        return
    try:
        read = dates.read_birth(text)
    except dates.NoSuchDay:
        return  # birth_date_exists tells
    if read is None and (guess := dates.about(text)):
        yield Finding(
            "birth_date", Severity.MUST_FIX, f"Ngày sinh mới đoán: “{text[:40]}”.",
            "Xem giấy khai sinh; chưa có giấy thì ghi năm sinh để bổ sung sau.", (Suggestion(f"Ghi {guess}", "birth_date", guess),),
        )  # fmt: skip
    elif read is None:
        yield Finding("birth_date", Severity.MUST_FIX, f"Không đọc được ngày sinh “{text[:40]}”.", "Ghi ngày/tháng/năm, ví dụ 05/06/2022.")

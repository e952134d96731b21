"""Mỗi dòng tiêm chủng phải có ít nhất một mũi với ngày tiêm.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin còn thiếu); Thông tư 13/2026/TT-BYT (chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

FORMATS = ("immunisation",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    named, given = row.text("vaccine"), row.text("given_on")
    if named and not given:
        yield Finding("given_on", Severity.MUST_FIX, f"Chưa có ngày tiêm của “{named[:40]}”.", "Ghi ngày tiêm.")
    elif given and not named and not row.value("vaccine"):
        yield Finding("vaccine", Severity.MUST_FIX, "Có ngày tiêm mà chưa có tên vắc xin.", "Ghi tên vắc xin.")
    elif not named and not given and not any(field.startswith("dose_") and field != "dose_place" for field in row.values):
        yield Finding("vaccine", Severity.NOTE, "Dòng này không có mũi tiêm nào.", "Không ghi gì thêm cho trẻ.")

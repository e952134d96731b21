"""Dân tộc ghi bằng tên. Mã số không dùng được: hai bảng mã đang lưu hành đổi chỗ Hoa và Mường.

Căn cứ: Quyết định 1019/QĐ-TCTK ngày 12/11/2008 (04 Mường, 06 Hoa) và Quyết định 121-TCTK/PPCĐ ngày 02/3/1979 (04 Hoa, 06 Mường).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

NEEDS = ("ethnicity",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.ethnicity is not None:
        return
    text = row.text("ethnicity")
    if text.strip("0").isdigit():
        what, todo = f"Dân tộc ghi mã số {text}.", "Hai bảng mã đang dùng khác nhau; ghi tên dân tộc, ví dụ Hoa, Khơ-me."
    else:
        what, todo = f"Không nhận ra dân tộc “{text[:40]}”.", "Hồ sơ để Chưa xác định; ghi lại tên dân tộc nếu biết."
    yield Finding("ethnicity", Severity.NOTE, what, todo)

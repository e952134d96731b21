"""Dân tộc ghi bằng tên, hoặc bằng mã của một bảng mã được nêu rõ: hai bảng mã đang lưu hành đổi chỗ Hoa và Mường.

Căn cứ: Quyết định 1019/QĐ-TCTK ngày 12/11/2008 (04 Mường, 06 Hoa) và Quyết định 121-TCTK/PPCĐ ngày 02/3/1979 (04 Hoa, 06 Mường).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import columns
from mangnon.intake.vocabulary import Severity

NEEDS = ("ethnicity",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if row.ethnicity is not None:
        return
    text = row.text("ethnicity")
    if text.isascii() and text.isdigit():
        names = columns.meaning_of_code(text)
        ways = (*(Suggestion(f"Ghi {name}", "ethnicity", name) for name in names), Suggestion("Ghi không kèm dân tộc"))
        yield Finding(
            "ethnicity", Severity.QUESTION, f"Dân tộc ghi mã số {text}{_said(names)}.",
            "Ghi tên dân tộc, hoặc cho biết cột này theo bảng mã nào ở bước khớp cột.", ways,
        )  # fmt: skip
    else:
        what, todo = f"Không nhận ra dân tộc “{text[:40]}”.", "Hồ sơ để Chưa xác định; ghi lại tên dân tộc nếu biết."
        yield Finding("ethnicity", Severity.NOTE, what, todo)


def _said(names: tuple[str, ...]) -> str:
    return f": có bảng mã là {' hoặc '.join(names)}, danh sách không cho biết theo bảng nào" if names else ", không rõ theo bảng mã nào"

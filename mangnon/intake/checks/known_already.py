"""Trẻ của dòng có thể đã có hồ sơ dưới họ tên, ngày sinh ghi hơi khác: hỏi trước khi ghi thêm một hồ sơ.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (trùng); công văn 3160/BTP-CNTT ngày 13/9/2021 (sinh đôi không phải trùng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import linking
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    link = context.link(row)
    if link.child is not None or not link.candidates:
        return
    ways = tuple(
        Suggestion(f"Là {child.code} {child.full_name}, sinh {child.birth.text()}", "child_code", child.code) for child in link.candidates
    )
    other = Suggestion("Trẻ khác, ghi mới") if link.new else Suggestion("Trẻ khác, ghi mới", "child_code", linking.NEW)
    yield Finding(
        "full_name", Severity.QUESTION, f"Có thể đã có hồ sơ: {', '.join(child.code for child in link.candidates)}. {link.why}".strip(),
        "Cùng một trẻ thì chọn hồ sơ đó; trẻ khác thì ghi mới.", (*ways, other),
    )  # fmt: skip

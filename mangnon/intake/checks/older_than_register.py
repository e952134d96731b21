"""Thông tin của danh sách cũ hơn thông tin sổ đã có thì không ghi đè; nhắc để biết.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 4 (cập nhật dữ liệu); Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 3 (chính xác,
cập nhật).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENRICHES
NEEDS = ("state_since", "moved_on", "card_since", "standing_since", "decided_on")
KINDS = (
    ("schooling", "state_since", "lớp học"), ("move", "moved_on", "nơi ở"), ("insurance_card", "card_since", "thẻ bảo hiểm y tế"),
    ("standing", "standing_since", "diện hộ"),
)  # fmt: skip


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    for kind, field, words in KINDS:
        day = row.value(field)
        newest = child.latest.get(kind) if child else None
        if day and newest and day < newest:
            yield Finding(
                field,
                Severity.NOTE,
                f"Sổ đã có {words} từ {newest:%d/%m/%Y}, mới hơn {row.text(field)}.",
                "Không ghi đè; sửa ngày nếu danh sách đúng hơn.",
            )

"""Chỉ ghi trẻ vào địa bàn của người nộp danh sách.

Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 19 khoản 2; Nghị định 56/2017/NĐ-CP, Điều 33.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("current",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    place = context.places.get(row.text("current"))
    unit_id = place.unit_id if place and place.unit_id else context.commune_id
    if unit_id is None or context.may_write(unit_id):
        return
    name = place.unit_name if place and place.unit_id else context.commune_name
    own = context.commune_name
    ways = (Suggestion(f"Ghi {own[:1].lower()}{own[1:]}", "current", own),) if context.commune_id not in {None, unit_id} else ()
    yield Finding(
        "current", Severity.MUST_FIX, f"{name} ngoài địa bàn của bạn.", "Gửi dòng này cho xã, phường nơi trẻ ở, hoặc sửa nơi ở.", ways
    )

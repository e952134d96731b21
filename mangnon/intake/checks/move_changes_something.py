"""Dòng chuyển nơi ở mà sổ đã ghi như vậy thì không ghi gì thêm, và nói rõ để không ai tưởng đã ghi.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 4 (cập nhật dữ liệu); Luật Cư trú 68/2020/QH14, Điều 24 (chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import moving
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import ResidenceKind

FORMATS = ("moves",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child, goal = context.link(row).child, moving.destination(row, context)
    if child is None or (row.value("residence") or ResidenceKind.CURRENT) is not ResidenceKind.CURRENT:
        return
    if goal is None:
        if child.closed_on is not None and row.text("to_place"):
            what = f"Hồ sơ {child.code} đã đóng từ ngày {child.closed_on:%d/%m/%Y}."
            yield Finding("to_place", Severity.NOTE, what, "Dòng này không ghi gì thêm nếu nơi đến vẫn ngoài thành phố.")
        return
    place = moving.place(row, "to_place", context)
    if moving.contradiction(row, context):
        return  # `move_direction_agrees` asks
    if goal != child.unit_id or child.closed_on is not None or row.text("hamlet") or (place and place.own):
        return  # of a place that may be several `move_places_known` asks
    what = "Sổ đã ghi trẻ ở nơi này"
    if goal == context.commune_id and (moving.direction(row, context) == "out" or moving.is_at(row, "from_place", context)):
        yield Finding(
            "to_place", Severity.QUESTION, f"{what}, cũng là nơi trẻ rời đi: dòng này không ghi gì.",
            "Xem lại nơi đến; chuyển trong xã, phường thì ghi thêm ấp, khu vực mới.", (Suggestion("Vẫn ghi"),),
        )  # fmt: skip
    else:
        yield Finding("to_place", Severity.NOTE, f"{what}.", "Dòng này không đổi nơi ở; nếu nơi đi đã bàn giao thì ghi là đã tiếp nhận.")

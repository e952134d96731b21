"""Nơi ở hiện tại phải là một xã, phường của thành phố; tên cũ, tên của nơi đã tách thì hỏi lại khi khác xã, phường của danh sách.

Tiêu đề danh sách ghi một xã, phường khác thì hỏi ở từng dòng không tự ghi nơi ở.

Căn cứ: Nghị quyết 1668/NQ-UBTVQH15 (sắp xếp xã, phường của thành phố Cần Thơ từ 01/7/2025); Luật Cư trú 68/2020/QH14, Điều 11
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import communes, whereabouts
from mangnon.intake.rules.whereabouts import small
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("current",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("current")
    place = context.places.get(text)
    if place is None and context.commune_id is None:
        yield Finding("current", Severity.MUST_FIX, "Chưa biết trẻ ở xã, phường nào.", "Ghi tên xã, phường nơi trẻ đang sống.")
    if place is None:
        return  # empty: the commune of the list; a hamlet alone: the same
    titled = text.endswith(communes.TITLED)
    if place.unit_id is not None and place.unit_id == context.commune_id and not place.split:
        return
    if place.unit_id is not None and context.commune_id is None:
        return
    if place.unit_id is not None and not context.may_write(place.unit_id):
        return  # commune_in_scope tells
    what = f"{'Tiêu đề danh sách' if titled else 'Nơi ở'} {whereabouts.meant(text.removesuffix(communes.TITLED), place, context)}."
    if place.unit_id is not None and place.unit_id == context.commune_id and not titled:
        yield Finding("current", Severity.NOTE, what, f"Ghi {small(context.commune_name)} theo danh sách; sửa nếu trẻ ở nơi kia.")
        return
    todo = f"Danh sách này của {small(context.commune_name)}: trẻ hiện ở đâu?" if context.commune_id else "Trẻ hiện ở đâu?"
    if place.unit_id is None and not place.candidates and not communes.is_away(text):
        todo = f"Xem lại tên, kể cả tên cũ trước 01/7/2025. {todo}"
    if communes.is_away(text):
        todo = f"{todo} Đã đi hẳn thì bỏ qua dòng này, gửi ở danh sách chuyển đi."
    ways = tuple(Suggestion(f"Ghi {small(name)}", "current", name) for name in whereabouts.ways(place, context))
    yield Finding("current", Severity.QUESTION if ways else Severity.MUST_FIX, what, todo, ways)

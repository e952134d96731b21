"""Địa chỉ ghi một xã, phường, tỉnh khác nơi ở của trẻ theo danh sách thì hỏi trẻ hiện ở đâu.

Căn cứ: Nghị quyết 1668/NQ-UBTVQH15 (sắp xếp xã, phường của thành phố Cần Thơ từ 01/7/2025); Luật Cư trú 68/2020/QH14, Điều 11
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import communes, whereabouts
from mangnon.intake.rules.whereabouts import small
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("address",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    address = row.text("address")
    words = communes.of_address(address) if address else ""
    place = context.places.get(words) if words else None
    if place is None or "current" in row.corrected:
        return
    lives = context.places.get(row.text("current"))
    home = lives.unit_id if lives else context.commune_id
    if (lives and home is None) or (place.unit_id is not None and place.unit_id == home):
        return  # current_commune_known asks; or the address agrees
    if place.unit_id is None and not place.candidates and not (communes.has_kind(words) or communes.is_away(words)):
        return  # the last part of an address, no commune
    own = small(lives.unit_name if lives else context.commune_name)
    todo = f"Theo danh sách trẻ ở {own}: trẻ hiện ở đâu?" if own else "Trẻ hiện ở đâu?"
    names = list(dict.fromkeys([*whereabouts.ways(place, context), *([lives.unit_name] if lives else [])]))
    ways = tuple(Suggestion(f"Ghi {small(name)}", "current", name) for name in names)
    if context.layout is not None and not context.layout.has("current"):
        ways = (Suggestion("Vẫn ghi"),)
    if place.unit_id is not None and not context.may_write(place.unit_id):
        todo = f"{todo} Ở {small(place.unit_name)} thì gửi dòng này cho nơi ấy."
    yield Finding("address", Severity.QUESTION, f"Địa chỉ {whereabouts.meant(words, place, context)}.", todo, ways)

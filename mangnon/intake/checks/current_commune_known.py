"""Nơi ở hiện tại phải là một xã, phường của thành phố; tên cũ, tên của nơi đã tách thì hỏi lại khi khác xã, phường của danh sách.

Căn cứ: Nghị quyết 1668/NQ-UBTVQH15 (sắp xếp xã, phường của thành phố Cần Thơ từ 01/7/2025); Luật Cư trú 68/2020/QH14, Điều 11
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, Place, ReadRow, Suggestion
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("current",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("current")
    place = context.places.get(text)
    if not text and context.commune_id is None:
        yield Finding("current", Severity.MUST_FIX, "Chưa biết trẻ ở xã, phường nào.", "Ghi tên xã, phường nơi trẻ đang sống.")
    if not text or place is None:
        return  # empty: the commune of the list; a hamlet alone: the same
    if place.unit_id is not None and place.unit_id == context.commune_id:
        return
    if place.unit_id is not None and context.commune_id is None:
        return
    if place.unit_id is not None and not context.may_write(place.unit_id):
        return  # commune_in_scope tells
    ways = tuple(Suggestion(f"Ghi {_small(name)}", "current", name) for name in _names(place, context))
    if place.unit_id is not None:
        what = f"“{text}” nay là {_small(place.unit_name)}." if place.was_old else f"Nơi ở ghi {_small(place.unit_name)}."
        todo = f"Danh sách này của {_small(context.commune_name)}: trẻ hiện ở đâu?"
    elif place.candidates:
        what, todo = f"“{text}” có thể là nhiều nơi: {', '.join(_small(name) for _, name in place.candidates[:4])}.", "Trẻ hiện ở đâu?"
    else:
        what, todo = f"Không có xã, phường nào tên “{text}” trong thành phố.", "Xem lại tên, kể cả tên cũ trước 01/7/2025."
    severity = Severity.QUESTION if ways else Severity.MUST_FIX
    yield Finding("current", severity, what, todo, ways)


def _names(place: Place, context: Context) -> list[str]:
    names = [place.unit_name] if place.unit_id else [name for pk, name in place.candidates if context.may_write(pk)][:4]
    return list(dict.fromkeys([*names, *([context.commune_name] if context.commune_id else [])]))


def _small(name: str) -> str:
    """phường Cái Khế inside a sentence."""
    return name[:1].lower() + name[1:]

"""The engine's grounds on the pair page: beside the fields people compare, and on a scale of three zones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mangnon.linkage.records import FieldComparison, Ground, Scale

_FIELDS = {
    "Họ và tên": ("full_name.given", "full_name.surname", "full_name.middle"),
    "Ngày sinh": ("birth_date",),
    "Giới tính": ("sex",),
    "Mẹ": ("mother_name",),
    "Cha": ("father_name",),
    "Số định danh": ("personal_number",),
    "Nơi ở": ("commune_code", "hamlet"),
}
_PARTS = {
    "full_name.given": "tên", "full_name.surname": "họ", "full_name.middle": "đệm", "commune_code": "xã, phường", "hamlet": "ấp, khu vực",
}  # fmt: skip
_ZONE = 100 / 3
TELLING = 0.5  # points below which a field is not worth a word


def with_grounds(fields: Sequence[FieldComparison], grounds: Sequence[Ground]) -> tuple[FieldComparison, ...]:
    """The rows of the pair page, each with the engine's levels in words and the sum of their points."""
    by_field = {ground.field: ground for ground in grounds}
    return tuple(_with(row, [by_field[name] for name in _FIELDS.get(row.label, ()) if name in by_field]) for row in fields)


def reasons(grounds: Iterable[Ground]) -> tuple[str, ...]:
    """One short sentence a field that says something, what speaks for one person first, the strongest first: "Ngày sinh: trùng"."""
    telling = [one for one in grounds if abs(one.points) >= TELLING]
    return tuple(f"{one.label}: {one.level}" for one in sorted(telling, key=lambda one: (one.points < 0, -abs(one.points))))


def other_given_name(grounds: Iterable[Ground]) -> bool:
    """Whether the given names have nothing to do with each other: of one family, a twin or a sibling."""
    return any(one.field == "full_name.given" and one.level == "khác" for one in grounds)


def _with(row: FieldComparison, grounds: Sequence[Ground]) -> FieldComparison:
    if not grounds:
        return row
    words = "; ".join(f"{_PARTS[one.field]}: {one.level}" if one.field in _PARTS else one.level for one in grounds)
    return replace(row, engine=words, points=round(sum(one.points for one in grounds), 1))


def scale(probability: float | None, *, review: float, link: float) -> Scale | None:
    """The place of a probability: below `review` the first zone, from `link` the third, each stretched to a third of the scale."""
    if probability is None:
        return None
    if probability < review:
        return Scale(round(_ZONE * probability / review), "khác")
    if probability < link:
        return Scale(round(_ZONE + _ZONE * (probability - review) / (link - review)), "cần xem")
    return Scale(round(2 * _ZONE + _ZONE * (probability - link) / (1 - link)), "trùng")

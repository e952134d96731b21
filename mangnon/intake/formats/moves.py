"""Danh sách trẻ em chuyển đến, chuyển đi: the residence closes and another opens; between communes of the city the child is handed over."""

import re

from mangnon.intake.formats import people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import contrary, dates, moving, reading
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.records import ChildRecord, MoveRecord, ResidenceRecord
from mangnon.register.vocabulary.people import ResidenceKind

CODE = "moves"
TITLE = "Danh sách trẻ em chuyển đến, chuyển đi"
MEANING = "Trẻ em chuyển đến hoặc chuyển đi khỏi địa bàn. Mỗi dòng một lần chuyển."
KIND = Kind.ENRICHES
SENDER = "Công an xã, phường; công chức văn hóa – xã hội"
BASIS = "Luật Cư trú 68/2020/QH14, Điều 11, Điều 20 và Điều 24; Nghị định 56/2017/NĐ-CP, Điều 33"

_LEFT = (
    "Nơi đi", "Chuyển từ", "Nơi ở cũ", "Nơi ở trước đây", "Từ đâu đến", "Nơi chuyển đi", "Từ", "Địa chỉ cũ", "Từ nơi", "Đến từ",
    "Chuyển đến từ", "Nơi chuyển từ", "Nơi ở trước khi chuyển", "Nơi ở trước khi chuyển đến",
)  # fmt: skip
_REACHED = (
    "Nơi đến", "Chuyển tới", "Chuyển đến", "Nơi ở mới", "Đi đâu", "Nơi chuyển đến", "Đến", "Địa chỉ mới", "Đến nơi", "Nơi chuyển tới",
    "Nơi ở sau khi chuyển",
)  # fmt: skip
_UNITS = (  # titles below one of a place, the smallest first, and the name of the column
    ("commune", "xã, phường", ("Xã, phường", "Phường, xã", "Xã phường", "Xã", "Phường", "Xã, phường, thị trấn", "Xã, phường, đặc khu")),
    ("district", "quận, huyện", ("Quận, huyện", "Huyện, quận", "Huyện", "Quận", "Huyện, thị xã", "Quận, huyện, thị xã")),
    ("province", "tỉnh, thành phố", ("Tỉnh, thành phố", "Tỉnh, TP", "Tỉnh", "Thành phố", "Tỉnh, thành")),
)  # fmt: skip


def _spread(name: str, places: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of a place that is spread over its units: "Nơi đến" over "Xã, phường" and "Tỉnh, thành phố"."""
    return tuple(
        Column(
            f"{name}_{unit}", f"{places[0]}: {words}",
            tuple(title for place in places for below in titles for title in (f"{place} {below}", f"{below} {place}")), offered=False,
        )
        for unit, words, titles in _UNITS
    )  # fmt: skip


COLUMNS = (
    *people.known_child(),
    Column(
        "direction", "Chuyển đến hay chuyển đi", ("Loại biến động", "Biến động", "Đến/đi", "Hình thức chuyển", "Loại",
        "Chuyển đến/chuyển đi", "Chuyển đi/đến", "Chuyển đến/đi", "Đi/đến"),
        example="Chuyển đến", choices=("Chuyển đến", "Chuyển đi"), meaning="Để trống thì suy từ nơi đi, nơi đến.", width=16,
        reads=moving.read_direction, unread=Severity.MUST_FIX,
    ),
    Column(
        "moved_on", "Ngày chuyển", ("Ngày đến", "Ngày đi", "Ngày chuyển đến", "Ngày chuyển đi", "Ngày đăng ký", "Ngày biến động",
        "Ngày chuyển đến/đi", "Ngày đến/đi", "Thời gian chuyển", "Thời điểm chuyển", "Thời gian biến động"),
        required=True,
        example="03/11/2026", width=13, reads=dates.first_day, unread=Severity.MUST_FIX,
    ),
    Column(
        "from_place", _LEFT[0], _LEFT[1:],
        example="Phường Ninh Kiều", meaning="Tên xã, phường trẻ rời đi. Tên cũ trước 01/7/2025 cũng nhận.", width=26,
    ),
    Column(
        "to_place", _REACHED[0], _REACHED[1:],
        example="Phường Cái Khế", meaning="Tên xã, phường trẻ đến; ngoài thành phố thì ghi tên tỉnh.", width=26,
    ),
    Column(
        "residence", "Loại cư trú", ("Hình thức cư trú", "Diện cư trú", "Thường trú/tạm trú"), example="Nơi ở hiện tại",
        choices=tuple(ResidenceKind.labels), meaning="Để trống là nơi ở hiện tại.", width=16, reads=moving.read_kind,
    ),
    people.HAMLET, people.ADDRESS, people.MOTHER, people.FATHER, people.GUARDIAN, people.PHONE, people.ETHNICITY, people.STATUS,
    Column(
        "other_place", "Nơi đi hoặc nơi đến", ("Nơi chuyển đi/đến", "Nơi đi/đến", "Nơi chuyển đến/đi", "Nơi đến/đi",
        "Chuyển từ/đến", "Nơi đi, nơi đến", "Nơi chuyển đi, chuyển đến", "Địa chỉ nơi đi/đến", "Địa chỉ chuyển đi/đến", "Đi/đến đâu"),
        offered=False, meaning="Một cột cho cả hai: nơi đi của trẻ chuyển đến, nơi đến của trẻ chuyển đi.",
    ),
    people.NOTE, people.BANNER, *_spread("from", _LEFT), *_spread("to", _REACHED), *people.SPREAD,
)  # fmt: skip
BANNER = re.compile(rf"{moving.BANNER}|{contrary.TITLES[CODE].pattern}")


def facts(row: ReadRow, context: Context) -> tuple[MoveRecord, ...]:
    """The move: to a place of the city, or outside it. In the list of the commune left, the hamlet is the one left."""
    unit_id = moving.destination(row, context)
    inside, arrived = unit_id is not None, moving.direction(row, context) == "in"
    place = ResidenceRecord(
        row.value("residence") or ResidenceKind.CURRENT, unit_id, row.text("hamlet")[:120] if arrived else "",
        row.text("address")[:300] if inside else "", row.text("to_place")[:300],
    )  # fmt: skip
    return (MoveRecord(place, row.value("moved_on"), arrived=arrived),)


def record(row: ReadRow, context: Context) -> ChildRecord:
    """A child that came from elsewhere and is new to the register: it lives where it came to, since that day."""
    unit_id = moving.destination(row, context)
    home = ResidenceRecord(
        row.value("residence") or ResidenceKind.CURRENT, unit_id, row.text("hamlet")[:120], row.text("address")[:300],
        row.text("to_place")[:300], row.value("moved_on"),
    )  # fmt: skip
    return reading.to_record(row, context, residences=(home,))

"""Moves: which way a row says, and from where to where."""

import re
from typing import Literal

from mangnon.intake.records import Context, Place, ReadRow
from mangnon.intake.rules import banners, outside
from mangnon.intake.rules.words import plain
from mangnon.register.vocabulary.people import ResidenceKind

type Direction = Literal["in", "out"]
_WORDS: dict[str, Direction] = {
    **dict.fromkeys(("chuyen den", "den", "nhap khau", "nhap cu", "chuyen toi", "den tam tru", "den thuong tru", "vao"), "in"),
    **dict.fromkeys(("chuyen di", "di", "xuat khau", "xuat cu", "chuyen khau di", "roi di", "da chuyen di", "ra"), "out"),
}  # fmt: skip
BANNER = r"\bchuyen (?:den|toi|di)\b|^(?:[a-z0-9]{1,3} )?(?:den|di)$"  # titles and sections that may say the way of all
OVER = banners.FIELD
_ARRIVE, _LEAVE = re.compile(r"\bchuyen (?:den|toi)\b|\bden$"), re.compile(r"\bchuyen di\b|\bdi$")
_KINDS = {
    "thuong tru": ResidenceKind.PERMANENT, "hktt": ResidenceKind.PERMANENT, "ho khau": ResidenceKind.PERMANENT,
    "dang ky thuong tru": ResidenceKind.PERMANENT, "noi thuong tru": ResidenceKind.PERMANENT,
    "tam tru": ResidenceKind.TEMPORARY, "dang ky tam tru": ResidenceKind.TEMPORARY, "noi tam tru": ResidenceKind.TEMPORARY,
    "noi o hien tai": ResidenceKind.CURRENT, "noi o": ResidenceKind.CURRENT, "cho o": ResidenceKind.CURRENT,
}  # fmt: skip


def read_direction(text: str) -> Direction | None:
    """Đến or đi."""
    return _WORDS.get(plain(text))


def read_kind(text: str) -> ResidenceKind | None:
    """Which residence moved."""
    return _KINDS.get(plain(text))


def direction(row: ReadRow, context: Context) -> Direction | None:
    """The way the row says, or what stands over it; else in when it names only where from, or comes to the commune of the list; out the
    other way round.
    """
    if said := said_way(row):
        return said
    if row.text("to_place") and is_at(row, "to_place", context) and not is_at(row, "from_place", context):
        return "in"
    if row.text("from_place") and is_at(row, "from_place", context):
        return "out"
    if bool(row.text("from_place")) != bool(row.text("to_place")):
        return "in" if row.text("from_place") else "out"
    return None


def said_way(row: ReadRow) -> Direction | None:
    """The way in words: in the row, else in the section over it, else in the title."""
    return way(row.value("direction"), row.text(OVER))


def way(said: Direction | None, banner: str) -> Direction | None:
    """What a row says of the way, else what stands over it."""
    if said:
        return said
    for words in banners.levels(banner):
        ways = {each for each, pattern in (("in", _ARRIVE), ("out", _LEAVE)) if pattern.search(words)}
        if len(ways) == 1:
            return "in" if ways == {"in"} else "out"
    return None


def is_at(row: ReadRow, name: str, context: Context) -> bool:
    """Whether a place is the commune of the list, and not one of several that its words may mean."""
    found = place(row, name, context)
    return found is not None and context.commune_id is not None and found.unit_id == context.commune_id and not found.own


def place(row: ReadRow, name: str, context: Context) -> Place | None:
    """What the words of a place mean today."""
    return context.places.get(row.text(name))


def destination(row: ReadRow, context: Context) -> int | None:
    """The commune of the city the child is in now; None outside the city."""
    goal = place(row, "to_place", context)
    if direction(row, context) == "in":
        return goal.unit_id if goal and goal.unit_id is not None else context.commune_id
    return goal.unit_id if goal else None


def contradiction(row: ReadRow, context: Context) -> str:
    """How the way a row says and its places contradict each other; "" when they agree."""
    way = said_way(row)
    goal = place(row, "to_place", context)
    elsewhere = goal is not None and goal.unit_id is not None and goal.unit_id != context.commune_id
    if context.commune_id is None or way is None:
        return ""
    if way == "out" and is_at(row, "to_place", context):
        return "chuyển đi mà nơi đến là xã, phường của danh sách"
    if way == "in" and is_at(row, "from_place", context) and elsewhere:
        return "chuyển đến mà nơi đi là xã, phường của danh sách, nơi đến là nơi khác"
    if way == "in" and row.text("to_place") and (goal is None or goal.unit_id is None) and outside.is_outside(row.text("to_place")):
        return "chuyển đến mà nơi đến ngoài thành phố"
    return ""

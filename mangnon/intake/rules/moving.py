"""Moves: which way a row says, and from where to where."""

from typing import Literal

from mangnon.intake.records import Context, Place, ReadRow
from mangnon.intake.rules.words import plain
from mangnon.register.vocabulary.people import ResidenceKind

type Direction = Literal["in", "out"]
_WORDS: dict[str, Direction] = {
    **dict.fromkeys(("chuyen den", "den", "nhap khau", "nhap cu", "chuyen toi", "den tam tru", "den thuong tru", "vao"), "in"),
    **dict.fromkeys(("chuyen di", "di", "xuat khau", "xuat cu", "chuyen khau di", "roi di", "da chuyen di", "ra"), "out"),
}  # fmt: skip
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
    """The way the row says; else in when it names only where from, or comes to the commune of the list; out the other way round."""
    if said := row.value("direction"):
        return said  # type: ignore[no-any-return]
    origin, goal = place(row, "from_place", context), place(row, "to_place", context)
    if row.text("to_place") and goal and goal.unit_id is not None and goal.unit_id == context.commune_id:
        return "in"
    if row.text("from_place") and origin and origin.unit_id is not None and origin.unit_id == context.commune_id:
        return "out"
    if bool(row.text("from_place")) != bool(row.text("to_place")):
        return "in" if row.text("from_place") else "out"
    return None


def place(row: ReadRow, name: str, context: Context) -> Place | None:
    """What the words of a place mean today."""
    return context.places.get(row.text(name))


def destination(row: ReadRow, context: Context) -> int | None:
    """The commune of the city the child is in now; None outside the city."""
    if direction(row, context) == "in":
        goal = place(row, "to_place", context)
        return goal.unit_id if goal and goal.unit_id is not None else context.commune_id
    goal = place(row, "to_place", context)
    return goal.unit_id if goal else None

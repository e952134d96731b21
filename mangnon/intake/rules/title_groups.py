"""Titles over several columns: what a word below one means with it, and what it does not mean alone."""

import re
from collections.abc import Sequence

from mangnon.intake.rules.titles import Titles
from mangnon.intake.rules.words import plain

_OF_A_NAME = frozenset({"family_name", "middle_name", "given_name"})
_NAMES = re.compile(r"\b(?:ten|tre|tre em|hoc sinh|chau|be|doi tuong|thanh vien|thong tin|nguoi)\b")
BRACKETED = re.compile(r"\([^)]{0,200}\)|\[[^\]]{0,200}\]|\*")  # of a thousand brackets never closed each is looked at
_DAY = re.compile(r"ngay(?: thang)?(?: nam)?(?: (?:tiem|uong|chung ngua))*")


def spoken(words: Sequence[str], titles: Titles) -> Sequence[str]:
    """What words above one another may say, the fullest first. Under a vaccine nothing is read alone: "Nơi tiêm" is that of one dose."""
    group, own = words[-2], words[-1]
    if titles.is_of_many(group):
        return (group, " ".join(words)) if _DAY.fullmatch(plain(own)) else (" ".join(words), " ".join(words[-2:]))
    field = titles.field(own) or titles.field(BRACKETED.sub(" ", own).strip())
    alone = (own,) if field and _may_stand_alone(group, field) else tuple(reversed(words[:-1]))
    return (" ".join(words), " ".join(words[-2:]), *alone)


def named(groups: Sequence[str], row: Sequence[str], titles: Titles) -> bool:
    """Whether a row goes on with groups of many columns carried over it: "Mũi 1", "L2", "18 tháng" below vaccines."""
    pairs = [(group, cell) for group, cell in zip(groups, row, strict=False) if group and cell]
    return any(titles.is_of_many(group) and titles.field(f"{group} {cell}") for group, cell in pairs)


def alone_under(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row stands under titles over several columns and nowhere else, as only a heading does: "Xã" and "Tỉnh" below "Nơi đến"."""
    groups = dict(enumerate(carried(above, row)))
    below = [place for place, cell in enumerate(row) if cell.strip()]
    wide = {groups.get(place, "") for place in below if place >= len(above) or not above[place]}
    return (
        len(below) > len(wide) > 0
        and "" not in wide
        and all(groups.get(place) in wide for place in below)
        and len(below) < sum(map(bool, above))
    )


def carried(row: Sequence[str], below: Sequence[str]) -> list[str]:
    """A row of titles, each carried to the right over empty cells that something stands below."""
    groups: list[str] = []
    for place, cell in enumerate(row):
        groups.append(cell or (groups[-1] if groups and place < len(below) and below[place] else ""))
    return groups


def _may_stand_alone(group: str, field: str) -> bool:
    """Whether a word below a group may be read alone: "Tên" is the child's under a name, not under "Nơi đăng ký KCB"."""
    return field not in _OF_A_NAME or _NAMES.search(plain(group)) is not None

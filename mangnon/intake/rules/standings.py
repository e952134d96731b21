"""Poor and near-poor households as lists mark them: by a word, by an x in one of two columns, by the title of the list or a section."""

import re
from functools import lru_cache
from typing import Literal

from mangnon.intake.records import ReadRow
from mangnon.intake.rules import banners
from mangnon.intake.rules.words import STANDING, is_mark, plain
from mangnon.register.vocabulary.people import Standing

NONE: Literal["none"] = "none"  # the household left the list
_LEFT = frozenset(
    {
        "thoat ngheo", "ho thoat ngheo", "thoat can ngheo", "ho thoat can ngheo", "khong con ngheo", "khong ngheo", "het ngheo",
        "thoat", "ho khong ngheo", "khong thuoc ho ngheo", "khong thuoc ho ngheo ho can ngheo", "ho trung binh",
        "ho co muc song trung binh",
    }
)  # fmt: skip


def read_standing(text: str) -> Standing | Literal["none"] | None:
    """Poor, near-poor, or left the list ("thoát nghèo")."""
    words = plain(_KIND.sub("", text))
    return NONE if words in _LEFT else STANDING.get(_SHORT.get(words, words))


def read_mark(text: str) -> bool | None:
    """Whether a cell is marked: x, 1, có; 0 and không are no."""
    return is_mark(text)


def of_row(row: ReadRow) -> Standing | Literal["none"] | None:
    """What the row says of itself, in words or by a mark; None when it says nothing, or two things."""
    marks = [kind for name, kind in (("poor_mark", Standing.POOR), ("near_poor_mark", Standing.NEAR_POOR)) if row.value(name)]
    return row.value("standing") or (marks[0] if len(marks) == 1 else None)


def told(row: ReadRow) -> Standing | Literal["none"] | None:
    """What the row says, else what stands over it; None when nothing does, or two things."""
    return of_row(row) or (None if is_said(row) else of_banner(row.text(banners.FIELD)))


def is_said(row: ReadRow) -> bool:
    """Whether the row says something of its standing, clear or not."""
    return bool(row.text("standing") or row.value("poor_mark") or row.value("near_poor_mark"))


_KIND = re.compile(r"\(\s*N\d\s*\)\s*$", re.IGNORECASE)  # N1, N2 of the survey say by what a household is poor
_SHORT = {"h ngheo": "ho ngheo", "ho n": "ho ngheo", "h can ngheo": "ho can ngheo", "ho cn": "ho can ngheo", "h cn": "ho can ngheo"}
BANNER = r"ngheo|muc song|trung binh"  # titles and sections that may say the standing of all
_SAYS = re.compile(BANNER)
_AVERAGE = re.compile(r"\b(?:muc song (?:tren )?trung binh|ho (?:trung binh|kha))\b")
_NAMED = re.compile(
    r"(thoat|khong(?: con)?|het|giam|xoa|chuan|nguy co(?: tai)?|tai|uu tien) (?:thuoc )?(?:ho )?(?:can )?ngheo|(can )?ngheo"
)


def of_banner(banner: str) -> Standing | Literal["none"] | None:
    """The standing that the nearest section to say one, or else the title, names of all its rows, where it names one alone: "II. HỘ CẬN
    NGHÈO"; "III. HỘ CÓ MỨC SỐNG TRUNG BÌNH" are households that are not poor.
    """
    return banners.one_said(banner, _said)


@lru_cache(maxsize=1 << 8)
def _said(text: str) -> frozenset[Standing | Literal["none"] | None]:
    """The standings a text names; None among them where it speaks of one and means none of them."""
    words = plain(text)
    if not _SAYS.search(words):
        return frozenset()
    said: set[Standing | Literal["none"] | None] = {NONE} if _AVERAGE.search(words) else set()
    for found in _NAMED.finditer(words):
        if found[1] == "thoat":
            said.add(NONE)
        elif found[1] is None:
            said.add(Standing.NEAR_POOR if found[2] else Standing.POOR)
        elif found[1] not in {"giam", "xoa", "chuan", "uu tien"}:
            said.add(None)
    return frozenset(said)

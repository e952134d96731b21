"""Poor and near-poor households as lists mark them: by a word, or by an x in one of two columns."""

from typing import Literal

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
    words = plain(text)
    return NONE if words in _LEFT else STANDING.get(words)


def read_mark(text: str) -> bool | None:
    """Whether a cell is marked: x, 1, có; 0 and không are no."""
    return is_mark(text)

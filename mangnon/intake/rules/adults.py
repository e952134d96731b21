"""Grown people in lists of households: their children are for the register, they are not."""

from datetime import date

from mangnon.intake.records import ReadRow
from mangnon.intake.rules.words import plain
from mangnon.register import rules as register

_ELDERS = frozenset({"vo", "chong", "cha", "me", "bo", "ba", "ma", "ong", "ong noi", "ong ngoai", "ba noi", "ba ngoai", "vo chong"})


def is_adult(row: ReadRow, *, on: date) -> bool:
    """Whether a member of a household is sixteen by every reading of its birth, or without one is wife, husband, parent of the head."""
    if row.birth is not None:
        return not register.is_child(born=register.last_day_of(row.birth), on=on)
    relation = plain(row.text("relation"))
    return not row.text("birth_date") and relation in _ELDERS

"""The days a row names, whatever its format: first and last day each may be."""

from collections.abc import Iterator
from datetime import date

from mangnon.intake.records import ReadRow
from mangnon.register import rules as register
from mangnon.register.records import Birth

OF_OTHERS = frozenset(
    {"mother_birth", "father_birth", "decided_on", "standing_since", "card_span"}
)  # days that are not of the child's life
MAY_COME = frozenset(
    {"card_since", "card_until", "card_span", "help_until", "help_stopped", "help_since", "standing_since"}
)  # days that may lie ahead


def first_days(row: ReadRow) -> Iterator[tuple[str, date]]:
    """(column, the first day it may be) of every day the columns of the format read."""
    for field, value in row.values.items():
        if isinstance(value, Birth):
            yield field, value.day
        elif isinstance(value, date):
            yield field, value


def last_days(row: ReadRow) -> Iterator[tuple[str, date]]:
    """(column, the last day it may be): a month or year may reach its end."""
    for field, value in row.values.items():
        if isinstance(value, Birth):
            yield field, register.last_day_of(value)
        elif isinstance(value, date):
            yield field, value

"""Date columns that can only be month/day/year, as a computer set up in English writes them: told by the dates of each block of a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mangnon.intake.records import Column, ReadRow
from mangnon.intake.rules import dates

_DATES = (dates.first_day, dates.last_day, dates.day_before, dates.read_birth)


@dataclass(frozen=True)
class _Said:
    """By column a text that has no other reading, and the columns where some text speaks against."""

    shown: dict[str, str] = field(default_factory=dict)
    against: set[str] = field(default_factory=set)


def of_blocks(blocks: Sequence[Iterable[ReadRow]], columns: Iterable[Column] = ()) -> list[Mapping[str, str]]:
    """For each block its columns of month/day/year, each with a text that shows it. A block all of whose dates may be both goes with the
    other blocks of the file when these are of one mind.
    """
    named = fields(columns)
    said = [_said(rows, named) for rows in blocks]
    against = {name for one in said for name in one.against}
    shared = {name: text for one in reversed(said) for name, text in one.shown.items() if name not in against}
    return [shared | {name: text for name, text in one.shown.items() if name not in one.against} for one in said]


def fields(columns: Iterable[Column]) -> list[str]:
    """The columns that hold dates."""
    return ["birth_date", *(column.field for column in columns if column.reads in _DATES)]


def _said(rows: Iterable[ReadRow], fields: Sequence[str]) -> _Said:
    said = _Said()
    for row in rows:
        for name in fields:
            text = row.cells.get(name, "")
            if not text or name in said.against or name in row.corrected:
                continue
            which = dates.month_first(text)
            if which is False:
                said.against.add(name)
            elif which:
                said.shown.setdefault(name, text)
    return said

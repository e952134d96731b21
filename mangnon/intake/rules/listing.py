"""The day a list was made up, as its title or its signature says."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from mangnon.intake.rules.words import plain
from mangnon.register.records import Birth
from mangnon.register.rules import last_day_of
from mangnon.register.vocabulary.people import Precision

_DAY = re.compile(r"ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})|\b(\d{1,2}) (\d{1,2}) (20\d{2})\b")
_FEW = 2  # cells of a line below that may bear a day in figures: in a longer one it may be somebody's birth
_MONTH = re.compile(r"thang (\d{1,2}) (?:nam )?(20\d{2})|\b(\d{1,2}) (20\d{2})\b")
_YEAR = re.compile(r"\bnam (20\d{2})\b")
_OF_OTHERS = re.compile(  # days of other papers, and of children
    r"\b(?:quyet dinh|qd|can cu|cong van|ke hoach|nghi dinh|thong tu|luat|nam hoc|nien khoa|ngay sinh|sinh ngay|sinh tu)\b"
)


def listed_on(above: Iterable[Sequence[str]], below: Iterable[Sequence[str]], *, on: date) -> date | None:
    """The day of the signature below, else the day, month or year of the title above; of a month or year its last day. Never after `on`."""
    foot = _lines(row for row in below if sum(map(bool, row)) <= _FEW or "tháng" in "".join(row).lower())
    title = _lines(above)
    for day in (*(_day(line) for line in reversed(foot)), *(_day(line) for line in title), *(_rough(line) for line in title)):
        if day is not None:
            return min(day, on)
    return None


def _lines(rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [plain(" ".join(cell for cell in row if cell.strip())) for row in rows]
    return [line for line in lines if line and not _OF_OTHERS.search(line)]


def _day(line: str) -> date | None:
    found = _DAY.search(line)
    if not found:
        return None
    day, month, year = (int(part) for part in (found.groups()[:3] if found[1] else found.groups()[3:]))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _rough(line: str) -> date | None:
    if found := _MONTH.search(line):
        month, year = (int(part) for part in (found.groups()[:2] if found[1] else found.groups()[2:]))
        if 1 <= month <= 12:
            return last_day_of(Birth(date(year, month, 1), Precision.MONTH))
    if found := _YEAR.search(line):
        return last_day_of(Birth(date(int(found[1]), 1, 1), Precision.YEAR))
    return None

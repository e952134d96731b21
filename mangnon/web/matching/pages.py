"""What the pages of matching show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.lib import calendar
from mangnon.lib.vietnamese import number, short_date
from mangnon.linkage.records import Counts, FamilyRow, Pair
from mangnon.linkage.vocabulary import Verdict
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

PILLS = {Verdict.MISMATCH: "soon", Verdict.REVIEW: "info", Verdict.VISIT: "wait", Verdict.LINK: "ok", Verdict.NOT: "idle"}
# how each way of waiting is called above its list
KINDS = ((Verdict.MISMATCH, "Lệch số định danh"), (Verdict.REVIEW, "Cần người xem"), (Verdict.VISIT, "Chờ xác minh tại hộ"))


@dataclass(frozen=True)
class PairRow:
    """One pair in the list."""

    id: int
    child_id: int
    child_name: str
    child_code: str
    child_born: str
    person_name: str
    person_born: str
    place: str
    pill: str
    verdict: str
    reason: str


@dataclass(frozen=True)
class UnmatchedRow:
    """One child nobody was found for."""

    child_id: int
    name: str
    code: str
    born: str
    sex: str
    place: str
    hamlet: str
    number_state: str
    reason: str


@dataclass(frozen=True)
class Chip:
    """A quick view."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Summary:
    """The sentence above both lists."""

    counts: Counts
    as_of: str
    run_day: str


def pair_rows(decisions: Iterable[Any]) -> list[PairRow]:
    """Decisions with child and person as lines."""
    return [
        PairRow(
            id=one.pk, child_id=one.child_id, child_name=one.child.full_name, child_code=one.child.code,
            child_born=_born(one.child.birth_date, one.child.birth_precision), person_name=one.person.full_name,
            person_born=_born(one.person.birth_date, one.person.birth_precision), place=one.child.lives_in.name,
            pill=PILLS[Verdict(one.verdict)], verdict=Verdict(one.verdict).label, reason=one.reason,
        )
        for one in decisions
    ]  # fmt: skip


def unmatched_rows(decisions: Iterable[Any]) -> list[UnmatchedRow]:
    """Decisions about nobody as lines."""
    return [
        UnmatchedRow(
            child_id=one.child_id, name=one.child.full_name, code=one.child.code,
            born=_born(one.child.birth_date, one.child.birth_precision), sex=one.child.get_sex_display(), place=one.child.lives_in.name,
            hamlet=one.child.hamlet, number_state=one.child.get_identifier_state_display(), reason=one.reason,
        )
        for one in decisions
    ]  # fmt: skip


@dataclass(frozen=True)
class FamilyLine:
    """One child of the family with the colour of what is held of it."""

    row: FamilyRow
    pill: str


def family_lines(pair: Pair) -> list[FamilyLine]:
    """The family panel of a pair."""
    return [FamilyLine(row, PILLS.get(row.verdict, "idle") if row.verdict else "idle") for row in pair.family]


def summary(counts: Counts, run: Any) -> Summary | None:
    """Nothing before the first run."""
    if run is None:
        return None
    return Summary(counts=counts, as_of=short_date(run.extract.as_of), run_day=short_date(calendar.day_of(run.at)))


def chips(counts: Counts, *, current: str, address: str, place: int | None) -> list[Chip]:
    """Quick views with how many pairs or children each holds."""
    kept = f"&noi={place}" if place else ""
    numbers = {Verdict.MISMATCH: counts.mismatch, Verdict.REVIEW: counts.review, Verdict.VISIT: counts.visit}
    everything = Chip("Tất cả", f"{address}?loai={kept}", not current)
    return [
        everything,
        *(Chip(f"{label} ({number(numbers[verdict])})", f"{address}?loai={verdict}{kept}", current == verdict) for verdict, label in KINDS),
    ]


def _born(day: date | None, precision: str) -> str:
    return Birth(day, Precision(precision)).text() if day else "chưa rõ"

"""How far a duty is, seen from three sides that stay three: the word of the unit, the evidence, the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mangnon.plans.records import Deadline, ThreeStatus
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import Calendar, Declared, EvidenceState

SOON_DAYS = 30


class Bucket(StrEnum):
    """One of five places every duty has in the bar over a plan."""

    PROVED = "proved"
    DECLARED = "declared"
    RUNNING = "running"
    LATE = "late"
    WAITING = "waiting"


@dataclass(frozen=True)
class Said:
    """The last report of one agency in the running cycle."""

    institution_id: int
    on: date
    declared: str
    percent: int | None
    evidence: int


def last_said(reports: Iterable[Said], *, deadline: Deadline | None, on: date) -> dict[int, Said]:
    """By agency, the last report up to a day within the cycle that runs on it; a new year starts from nothing."""
    start = deadlines.cycle_start(deadline, on=on)
    last: dict[int, Said] = {}
    for said in sorted(reports, key=lambda said: said.on):
        if said.on <= on and (start is None or said.on >= start):
            last[said.institution_id] = said
    return last


def three(*, deadline: Deadline | None, said: Said | None, needed: int, on: date) -> ThreeStatus:
    """The three statuses of one agency's duty on a day."""
    due = deadlines.due_in(deadline, on=on) if deadline else None
    declared = Declared(said.declared) if said else Declared.NOTHING
    evidence = said.evidence if said else 0
    done_on = said.on if said and declared is Declared.DONE else None
    percent = f" {said.percent}%" if said and said.percent is not None and declared is Declared.STARTED else ""
    calendar, calendar_words = on_calendar(due, done_on=done_on, on=on)
    return ThreeStatus(
        declared=declared.value, declared_words=f"{declared.label}{percent}",
        evidence=(EvidenceState.FULL if evidence >= needed else EvidenceState.PART if evidence else EvidenceState.NONE).value,
        evidence_words=f"{evidence}/{needed}" if evidence or needed > 1 else "chưa có",
        calendar=calendar.value, calendar_words=calendar_words, due=due,
    )  # fmt: skip


def together(*, deadline: Deadline | None, said: dict[int, Said], members: int, needed: int, on: date) -> ThreeStatus:
    """The three statuses of a duty many agencies share: how many of them say so, prove so; it is met only when all have done it."""
    due = deadlines.due_in(deadline, on=on) if deadline else None
    done = [one for one in said.values() if one.declared == Declared.DONE]
    proved = sum(1 for one in done if one.evidence >= needed)
    all_done = members > 0 and len(done) >= members
    calendar, words = on_calendar(due, done_on=max((one.on for one in done), default=None) if all_done else None, on=on)
    declared = Declared.DONE if all_done else Declared.STARTED if said else Declared.NOTHING
    return ThreeStatus(
        declared=declared.value, declared_words=f"{len(done)}/{members} đơn vị xong",
        evidence=(EvidenceState.FULL if members and proved >= members else EvidenceState.PART if proved else EvidenceState.NONE).value,
        evidence_words=f"{proved}/{members} đơn vị đủ" if proved else "chưa có",
        calendar=calendar.value, calendar_words=words, due=due,
    )  # fmt: skip


def on_calendar(due: date | None, *, done_on: date | None, on: date) -> tuple[Calendar, str]:
    """What the calendar says: the last day still counts as in time."""
    if due is None:
        return Calendar.NO_DEADLINE, "không có hạn"
    if done_on is not None:
        late = (done_on - due).days
        return (Calendar.LATE, f"xong muộn {late} ngày") if late > 0 else (Calendar.MET, "đúng hạn")
    left = (due - on).days
    if left < 0:
        return Calendar.LATE, f"quá {-left} ngày"
    if left == 0:
        return Calendar.SOON, "hết hạn hôm nay"
    return (Calendar.SOON if left <= SOON_DAYS else Calendar.IN_TIME), f"còn {left} ngày"


def bucket(status: ThreeStatus) -> Bucket:
    """Where a duty stands in the bar. Late wins over everything but what is done."""
    if status.declared == Declared.DONE:
        return Bucket.PROVED if status.evidence == EvidenceState.FULL else Bucket.DECLARED
    if status.calendar == Calendar.LATE:
        return Bucket.LATE
    if status.declared == Declared.STARTED or status.calendar == Calendar.SOON:
        return Bucket.RUNNING
    return Bucket.WAITING

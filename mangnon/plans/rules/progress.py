"""How far a duty is, seen from three sides that stay three: the word of the unit, the evidence, the calendar."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from mangnon.plans.records import ThreeStatus
from mangnon.plans.vocabulary import Calendar, Declared, DutyState, EvidenceState

SOON_DAYS = 30
_AT_WORK = frozenset({DutyState.ACCEPTED.value, DutyState.RUNNING.value, DutyState.RETURNED.value})


class Bucket(StrEnum):
    """One of the places every duty has in the bar over a plan; what is cancelled has none there."""

    PROVED = "proved"
    DECLARED = "declared"
    RUNNING = "running"
    LATE = "late"
    WAITING = "waiting"
    PAUSED = "paused"
    CANCELLED = "cancelled"


_ASIDE = {DutyState.PAUSED.value: Bucket.PAUSED, DutyState.CANCELLED.value: Bucket.CANCELLED}


class Said(NamedTuple):
    """One occurrence in one agency as a day sees it: the last report, all evidence so far, the deadlines, the state.

    A tuple, not a dataclass: a plan of thousands of duties makes one for each. `on` None: nothing reported yet.
    """

    institution_id: int
    on: date | None
    declared: str
    percent: int | None
    evidence: int
    done_on: date | None = None
    state: str = DutyState.GIVEN.value
    first_due: date | None = None
    due: date | None = None
    task_id: int = 0
    occurrence_id: int = 0
    turn: str = ""
    alone: bool = True


def done_day(said: Said | None) -> date | None:
    """The day the work was declared done, as the calendar counts it; returned work is not done, whatever was declared."""
    if said is None or said.declared != Declared.DONE or said.state == DutyState.RETURNED:
        return None
    return said.done_on or said.on


def three(*, due: date | None, said: Said | None, needed: int, on: date) -> ThreeStatus:
    """The three statuses of one agency's duty on a day. `due` is what the rule says; a later deadline granted is in force before it."""
    first = said.first_due if said and said.first_due else due
    due = said.due if said and said.due else due
    declared = Declared(said.declared) if said else Declared.NOTHING
    evidence = said.evidence if said else 0
    done_on = done_day(said)
    percent = f" {said.percent}%" if said and said.percent is not None and declared is Declared.STARTED else ""
    calendar, calendar_words = on_calendar(due, done_on=done_on, on=on)
    return ThreeStatus(
        declared=declared.value, declared_words=f"{declared.label}{percent}",
        evidence=(EvidenceState.FULL if evidence >= needed else EvidenceState.PART if evidence else EvidenceState.NONE).value,
        evidence_words=f"{evidence}/{needed}" if evidence or needed > 1 else "chưa có",
        calendar=calendar.value, calendar_words=calendar_words, due=due, first_due=first if first != due else None,
        first_words=on_calendar(first, done_on=done_on, on=on)[1] if first != due else "",
    )  # fmt: skip


class Tally(NamedTuple):
    """The occurrences of a duty many agencies share, counted: that spoke, that are done, that are proved, when the last was done."""

    spoke: int
    done: int
    proved: int
    last_done: date | None
    excused: int = 0  # cancelled for that agency alone
    waiting: int = 0  # declared done, neither confirmed nor returned


NOTHING = Tally(0, 0, 0, None)


def tally(said: Iterable[Said], *, needed: int) -> Tally:
    """Count what the agencies of a shared duty have said."""
    every = list(said)
    kept = [one for one in every if one.state != DutyState.CANCELLED]
    done = [day for one in kept if (day := done_day(one)) is not None]
    proved = sum(1 for one in kept if done_day(one) is not None and one.evidence >= needed)
    waiting = sum(one.state == DutyState.WAITING for one in kept)
    return Tally(sum(1 for one in kept if one.on is not None), len(done), proved, max(done, default=None), len(every) - len(kept), waiting)


def together(*, due: date | None, tally: Tally, members: int, on: date) -> ThreeStatus:
    """The three statuses of a duty many agencies share: how many of them say so, prove so; it is met only when all have done it."""
    done, proved, members = tally.done, tally.proved, members - tally.excused
    all_done = members > 0 and done >= members
    calendar, words = on_calendar(due, done_on=tally.last_done if all_done else None, on=on)
    declared = Declared.DONE if all_done else Declared.STARTED if tally.spoke else Declared.NOTHING
    return ThreeStatus(
        declared=declared.value, declared_words=f"{done}/{members} đơn vị xong",
        evidence=(EvidenceState.FULL if members and proved >= members else EvidenceState.PART if proved else EvidenceState.NONE).value,
        evidence_words=f"{proved}/{members} đơn vị đủ" if proved else "chưa có",
        calendar=calendar.value, calendar_words=words, due=due,
    )  # fmt: skip


def bucket_of(*, due: date | None, said: Said | None, needed: int, on: date) -> Bucket:
    """`bucket(three(…))` without the words: what a board of thousands of duties asks."""
    if said is None:
        return _waiting(due, on=on, at_work=False)
    if said.state in _ASIDE:
        return _ASIDE[said.state]
    if done_day(said) is not None:
        return Bucket.PROVED if said.evidence >= needed else Bucket.DECLARED
    return _waiting(said.due or due, on=on, at_work=said.declared != Declared.NOTHING or said.state in _AT_WORK)


def bucket_together(*, due: date | None, tally: Tally, members: int, on: date) -> Bucket:
    """`bucket(together(…))` without the words."""
    members -= tally.excused
    if members > 0 and tally.done >= members:
        return Bucket.PROVED if tally.proved >= members else Bucket.DECLARED
    return _waiting(due, on=on, at_work=tally.spoke > 0)


def _waiting(due: date | None, *, on: date, at_work: bool) -> Bucket:
    left = (due - on).days if due else None
    if left is not None and left < 0:
        return Bucket.LATE
    return Bucket.RUNNING if at_work or (left is not None and left <= SOON_DAYS) else Bucket.WAITING


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


def bucket(status: ThreeStatus, state: str = DutyState.GIVEN.value) -> Bucket:
    """Where a duty stands in the bar. Late wins over everything but what is done, paused or cancelled; returned work is not done."""
    if state in _ASIDE:
        return _ASIDE[state]
    if status.declared == Declared.DONE and state != DutyState.RETURNED:
        return Bucket.PROVED if status.evidence == EvidenceState.FULL else Bucket.DECLARED
    if status.calendar == Calendar.LATE:
        return Bucket.LATE
    if status.declared == Declared.STARTED or state in _AT_WORK or status.calendar == Calendar.SOON:
        return Bucket.RUNNING
    return Bucket.WAITING

"""What somebody may do with a duty in the state it is in, from the one table of states."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.accounts import policies as account_policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib.calendar import VIETNAM
from mangnon.lib.vietnamese import short_date
from mangnon.plans import policies, queries
from mangnon.plans.records import Duty
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import DutyEvent, DutyState, Party
from mangnon.web.plans.pages import STATE_PILLS
from mangnon.web.templatetags.parts import Moment

_REPORTS = frozenset({DutyEvent.REPORT, DutyEvent.DECLARE_DONE})  # reported in their own form, with words and evidence
_MOVES = {"handed_over": "Chuyển sang {}", "merged": "Kết thúc vì {} đã có nhiệm vụ này"}


@dataclass(frozen=True)
class Hand:
    """A duty as it lies before somebody: its state, what they may do with it now."""

    institution_id: int
    name: str
    state_words: str
    pill: str
    turn: str
    heading: str
    events: tuple[DutyEvent, ...]
    asks_words: bool
    may_report: bool
    may_extend: bool
    leaves_by: str


def looked_from(asked: str, actor: Actor, duty: Duty) -> int | None:
    """The agency a duty many share is looked from: the one asked for, else the actor's own."""
    if asked.isdecimal() and int(asked) in duty.members:
        return int(asked)
    own = actor.main_duty.agency_id if actor.main_duty else None
    return own if own in duty.members and duty.shared else None


def in_hand(duty: Duty, task: Any, *, institution: int | None, actor: Actor, reporting: bool, on: date) -> Hand | None:
    """What the actor may do; None while no agency answers for the duty, or none of many is looked from."""
    named = institutions.by_id(institution) if institution else None
    if institution is None or named is None or institution not in duty.members:
        return None
    state, own = DutyState(duty.state), queries.own_plan(task.plan)
    gives = policies.gives(actor, Permission.CONFIRM_TASKS, institution_id=institution, own_plan=own)
    held = states.events(state, Party.HOLDER) if reporting else ()
    given = states.events(state, Party.GIVER) if gives else ()
    events = tuple(event for event in (*held, *given) if event not in _REPORTS)
    leaves = queries.working_calendar().last_by(duty.status.due) if duty.status.due else None
    return Hand(
        institution_id=institution, name=named.name, state_words=state.label, pill=STATE_PILLS[state], turn=duty.turn,
        heading="Xem kết quả và quyết định" if state is DutyState.WAITING and given else "Việc làm được với nhiệm vụ này", events=events,
        asks_words=bool(given), may_report=bool(_REPORTS & set(held)), may_extend=bool(held) and duty.status.due is not None,
        leaves_by=short_date(leaves) if leaves and leaves != duty.status.due else "",
    )  # fmt: skip


def gives_city(actor: Actor) -> bool:
    """Whether the actor confirms the city's duties."""
    return account_policies.scope(actor, Permission.CONFIRM_TASKS).everything


def moments(moves: Iterable[Any]) -> list[Moment]:
    """The steps of a duty as joints of a line, newest first."""
    found = []
    for one in moves:
        if one.event in _MOVES:
            text = _MOVES[one.event].format(one.to_institution.name if one.to_institution else "nơi chờ quyết định")
        else:
            text = f"{DutyEvent(one.event).label}: {DutyState(one.after).label}"
        where = one.occurrence.institution.name if one.occurrence.institution else ""
        words = f". {one.words}" if one.words and one.event != DutyEvent.REPORT else ""
        told = f"{where}: {text}{words}" if where else f"{text}{words}"
        found.append(Moment(when=f"{one.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}", text=told, at=one.at))
    return found

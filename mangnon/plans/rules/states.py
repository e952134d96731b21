"""How one occurrence of a duty moves: the single table of states, events, who may, and what each asks for.

States after Quyết định 42/2014/QĐ-TTg on following up duties given by the Government (amended by 23/2018/QĐ-TTg), as provinces copy it.
What an agency declares, what evidence supports, what the calendar says stand beside the state (rules.progress); no event changes them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mangnon.plans.vocabulary import DutyEvent, DutyState, Need, Party

_S, _E = DutyState, DutyEvent


@dataclass(frozen=True)
class Step:
    """One line of the table: in this state this side may do this; the duty then stands there."""

    state: DutyState
    event: DutyEvent
    who: Party
    next: DutyState
    needs: Need | None = None


def _steps(states: Iterable[DutyState], event: DutyEvent, who: Party, following: DutyState, needs: Need | None = None) -> list[Step]:
    return [Step(state, event, who, following, needs) for state in states]


_AT_WORK = (_S.GIVEN, _S.ACCEPTED, _S.RUNNING, _S.RETURNED)
STEPS: tuple[Step, ...] = (
    *_steps([_S.GIVEN], _E.ACCEPT, Party.HOLDER, _S.ACCEPTED),
    *_steps([*_AT_WORK, _S.WAITING], _E.REPORT, Party.HOLDER, _S.RUNNING),
    *_steps([*_AT_WORK, _S.WAITING], _E.DECLARE_DONE, Party.HOLDER, _S.WAITING),
    *_steps([_S.WAITING], _E.CONFIRM, Party.GIVER, _S.DONE, Need.PROOF),
    *_steps([_S.WAITING], _E.RETURN, Party.GIVER, _S.RETURNED, Need.REASON),
    *_steps([*_AT_WORK, _S.WAITING], _E.PAUSE, Party.GIVER, _S.PAUSED, Need.REASON),
    *_steps([_S.PAUSED], _E.RESUME, Party.GIVER, _S.RUNNING),
    *_steps([*_AT_WORK, _S.WAITING, _S.PAUSED], _E.CANCEL, Party.GIVER, _S.CANCELLED, Need.REASON),
    *_steps([_S.DONE, _S.CANCELLED], _E.REOPEN, Party.GIVER, _S.RUNNING, Need.REASON),
)
FINAL = frozenset({_S.DONE, _S.CANCELLED})
OPEN = frozenset(_S) - FINAL
_TABLE = {(step.state, step.event): step for step in STEPS}


def step(state: DutyState, event: DutyEvent) -> Step | None:
    """The line of the table for an event in a state; None when the event has no place there."""
    return _TABLE.get((state, event))


def events(state: DutyState, who: Party) -> tuple[DutyEvent, ...]:
    """What one side may do in a state, in the order of the table."""
    return tuple(one.event for one in STEPS if one.state is state and one.who is who)


def diagram() -> str:
    """The table as a state diagram (Mermaid), one arrow per line."""
    arrows = [f"    {one.state.value} --> {one.next.value}: {one.event.label}" for one in STEPS]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {_S.GIVEN.value}", *arrows])

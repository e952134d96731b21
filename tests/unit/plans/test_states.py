"""The one table of how a duty moves, and the diagram drawn from it."""

import pytest

from mangnon.plans.rules import states
from mangnon.plans.vocabulary import DutyEvent, DutyState, Need, Party

S, E = DutyState, DutyEvent


def test_every_state_and_event_has_at_most_one_line():
    keys = [(step.state, step.event) for step in states.STEPS]
    assert len(keys) == len(set(keys))


def test_every_state_is_reached_and_only_final_ones_end():
    assert {step.next for step in states.STEPS} | {S.GIVEN} == set(S)
    assert {step.state for step in states.STEPS} == set(S)
    assert {S.DONE, S.CANCELLED} == states.FINAL
    assert {step.event for step in states.STEPS if step.state in states.FINAL} == {E.REOPEN}


def test_done_is_reached_by_confirming_alone():
    """No agency closes its own duty: what it declares waits for who gave it."""
    assert {(step.state, step.event, step.who) for step in states.STEPS if step.next is S.DONE} == {(S.WAITING, E.CONFIRM, Party.GIVER)}


def test_each_side_has_its_own_events():
    holder = {step.event for step in states.STEPS if step.who is Party.HOLDER}
    assert holder == {E.ACCEPT, E.REPORT, E.DECLARE_DONE}
    assert not holder & {step.event for step in states.STEPS if step.who is Party.GIVER}


@pytest.mark.parametrize("event", [E.RETURN, E.PAUSE, E.CANCEL, E.REOPEN])
def test_what_hurts_asks_for_a_reason(event):
    assert {step.needs for step in states.STEPS if step.event is event} == {Need.REASON}


@pytest.mark.parametrize(
    ("state", "who", "events"),
    [
        (S.GIVEN, Party.HOLDER, (E.ACCEPT, E.REPORT, E.DECLARE_DONE)),
        (S.WAITING, Party.GIVER, (E.CONFIRM, E.RETURN, E.PAUSE, E.CANCEL)),
        (S.PAUSED, Party.GIVER, (E.RESUME, E.CANCEL)),
        (S.PAUSED, Party.HOLDER, ()),
        (S.DONE, Party.GIVER, (E.REOPEN,)),
    ],
)
def test_what_one_side_may_do(state, who, events):
    assert states.events(state, who) == events


def test_an_event_without_a_place_has_no_line():
    assert states.step(S.GIVEN, E.CONFIRM) is None
    assert states.step(S.WAITING, E.CONFIRM).next is S.DONE


def test_the_diagram_has_an_arrow_for_every_line():
    drawn = states.diagram()
    assert all(f"{step.state.value} --> {step.next.value}: {step.event.label}" in drawn for step in states.STEPS)
    assert drawn.count("-->") == len(states.STEPS) + 1

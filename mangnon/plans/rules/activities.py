"""How far an activity of a work plan is."""

from dataclasses import dataclass
from datetime import date

from mangnon.plans.rules.progress import on_calendar
from mangnon.plans.vocabulary import Calendar, Declared


@dataclass(frozen=True)
class Told:
    """The last report on an activity."""

    on: date
    declared: str
    proof: str


@dataclass(frozen=True)
class Standing:
    """What the agency says and what the calendar says: two words that stay two."""

    declared: Declared
    words: str
    proof: str
    calendar: Calendar
    calendar_words: str


def standing(*, due_on: date | None, told: Told | None, on: date) -> Standing:
    """Where an activity stands on a day; its last day still counts as in time."""
    declared = Declared(told.declared) if told else Declared.NOTHING
    done_on = told.on if told and declared is Declared.DONE else None
    calendar, words = on_calendar(due_on, done_on=done_on, on=on)
    return Standing(declared, declared.label, told.proof if told else "", calendar, words)

"""The way of a difficulty (closing paragraph of the plan): raised, weighed by the lead department, decided by the city, the unit told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mangnon.plans.vocabulary import DifficultyStep, MatterState

# Days each step may take where nobody has set a term. No paper sets them: they are the house's own and are shown as such.
DAYS = {
    DifficultyStep.NEW: 10,
    DifficultyStep.ASKED: 7,
    DifficultyStep.WEIGHED: 15,
    DifficultyStep.PROPOSED: 15,
    DifficultyStep.TOLD: 5,
}


@dataclass(frozen=True)
class Term:
    """How many days a step may take when it begins on `since` or later. `document` is the paper that says so, "" where none does."""

    step: str
    days: int
    since: date | None = None
    document: str = ""


def term(terms: Iterable[Term], step: DifficultyStep, *, on: date) -> Term:
    """The term of a step that begins on a day: the last one set by then, else the house's own."""
    known = [one for one in terms if one.step == step and one.since is not None and one.since <= on]
    return max(known, key=lambda one: one.since or on, default=Term(step, DAYS[step]))


@dataclass(frozen=True)
class Stage:
    """Where a difficulty stands: the step, since when, the last day of the step (None when nothing is owed)."""

    step: DifficultyStep
    since: date
    due: date | None
    document: str = ""  # the paper that sets the term of the step, "" where the term is the house's own

    def late(self, on: date) -> bool:
        """Whether the step should have ended before this day."""
        return self.due is not None and on > self.due


def stage(
    *,
    raised: date,
    asked: date | None,
    matter_state: str,
    opened: date | None,
    proposed: date | None,
    decided: date | None,
    read: date | None,
    terms: Iterable[Term] = (),
) -> Stage:
    """The stage of one difficulty from the days things happened, each step under the term of the day it began.

    `asked` is the day of the lead's open question, None when none is open.
    """
    if read:
        return Stage(DifficultyStep.READ, read, None)
    if matter_state == MatterState.DECIDED and decided:
        return _running(DifficultyStep.TOLD, decided, terms)
    if matter_state == MatterState.PROPOSED and proposed:
        return _running(DifficultyStep.PROPOSED, proposed, terms)
    if asked:
        return _running(DifficultyStep.ASKED, asked, terms)
    if opened:
        return _running(DifficultyStep.WEIGHED, opened, terms)
    return _running(DifficultyStep.NEW, raised, terms)


def _running(step: DifficultyStep, since: date, terms: Iterable[Term]) -> Stage:
    given = term(terms, step, on=since)
    return Stage(step, since, since + timedelta(days=given.days), given.document)


def last_day_to_decide(proposed: date, terms: Iterable[Term] = ()) -> date:
    """The last day the People's Committee has for a matter proposed on a day."""
    return proposed + timedelta(days=term(terms, DifficultyStep.PROPOSED, on=proposed).days)

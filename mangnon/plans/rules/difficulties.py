"""The way of a difficulty (closing paragraph of the plan): raised, weighed by the lead department, decided by the city, the unit told."""

from dataclasses import dataclass
from datetime import date, timedelta

from mangnon.plans.vocabulary import DifficultyStep, MatterState

# Days each step may take. No paper sets them: they are the house's own until the lead department fixes its rules (verified: no).
DAYS = {
    DifficultyStep.NEW: 10,
    DifficultyStep.ASKED: 7,
    DifficultyStep.WEIGHED: 15,
    DifficultyStep.PROPOSED: 15,
    DifficultyStep.TOLD: 5,
}
DAYS_VERIFIED = False


@dataclass(frozen=True)
class Stage:
    """Where a difficulty stands: the step, since when, the last day of the step (None when nothing is owed)."""

    step: DifficultyStep
    since: date
    due: date | None

    @property
    def days_given(self) -> int:
        return DAYS.get(self.step, 0)

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
) -> Stage:
    """The stage of one difficulty from the days things happened. `asked` is the day of the lead's open question, None when none is open."""
    if read:
        return Stage(DifficultyStep.READ, read, None)
    if matter_state == MatterState.DECIDED and decided:
        return _running(DifficultyStep.TOLD, decided)
    if matter_state == MatterState.PROPOSED and proposed:
        return _running(DifficultyStep.PROPOSED, proposed)
    if asked:
        return _running(DifficultyStep.ASKED, asked)
    if opened:
        return _running(DifficultyStep.WEIGHED, opened)
    return _running(DifficultyStep.NEW, raised)


def _running(step: DifficultyStep, since: date) -> Stage:
    return Stage(step, since, since + timedelta(days=DAYS[step]))


def last_day_to_decide(proposed: date) -> date:
    """The last day the People's Committee has for a matter proposed on a day."""
    return proposed + timedelta(days=DAYS[DifficultyStep.PROPOSED])

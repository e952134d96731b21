"""What the pages of difficulties show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.lib.calendar import day_of
from mangnon.lib.vietnamese import short_date
from mangnon.plans.queries.difficulties import Raised, step_terms
from mangnon.plans.rules.difficulties import DAYS, Stage, last_day_to_decide, term
from mangnon.plans.vocabulary import DifficultyStep, MatterState
from mangnon.web.shell.work import reckon
from mangnon.web.templatetags.parts import Step

PILLS = {
    DifficultyStep.NEW: "wait", DifficultyStep.ASKED: "soon", DifficultyStep.WEIGHED: "info", DifficultyStep.PROPOSED: "info",
    DifficultyStep.TOLD: "ok", DifficultyStep.READ: "ok",
}  # fmt: skip
WAY = (
    ("Đơn vị nêu", (DifficultyStep.NEW, DifficultyStep.ASKED)),
    ("Cơ quan chủ trì xem xét", (DifficultyStep.WEIGHED,)),
    ("Thành phố quyết định", (DifficultyStep.PROPOSED,)),
    ("Báo đơn vị", (DifficultyStep.TOLD,)),
    ("Đơn vị đã nhận", (DifficultyStep.READ,)),
)


NO_PAPER = "Thời hạn của bước do hệ thống đặt tạm, chưa có văn bản quy định."


@dataclass(frozen=True)
class TermRow:
    """A step with the term that holds today and those set for later days."""

    label: str
    days: int
    ground: str
    official: bool
    later: tuple[str, ...]


@dataclass(frozen=True)
class Clock:
    """Time left of a step, as the clock part draws it; which paper gives the step its days."""

    state: str
    text: str
    until: str
    ground: str = ""


@dataclass(frozen=True)
class Row:
    """A difficulty in a list."""

    pk: int
    unit: str
    clause: str
    task_id: int
    text: str
    matter_id: int | None
    matter: str
    raised: str
    step: str
    pill: str
    clock: Clock | None
    movable: bool


@dataclass(frozen=True)
class Chip:
    """A step with how many stand at it; choosing it filters the list."""

    label: str
    count: int
    url: str
    current: bool


def rows(found: Iterable[Raised], *, on: date) -> list[Row]:
    """The difficulties as rows, in the order given."""
    made = []
    for one in found:
        difficulty = one.difficulty
        made.append(Row(
            pk=difficulty.pk, unit=difficulty.institution.name, clause=difficulty.task.clause.address, task_id=difficulty.task_id,
            text=difficulty.text.splitlines()[0], matter_id=difficulty.matter_id,
            matter=difficulty.matter.title if difficulty.matter else "",
            raised=short_date(day_of(difficulty.raised_at)), step=one.stage.step.label, pill=PILLS[one.stage.step],
            clock=clock(one.stage, on=on), movable=one.stage.step in {DifficultyStep.NEW, DifficultyStep.WEIGHED, DifficultyStep.ASKED},
        ))  # fmt: skip
    return made


def clock(stage: Stage, *, on: date) -> Clock | None:
    """Time left of the step, nothing when nothing is owed."""
    if stage.due is None:
        return None
    _urgency, state, text, until = reckon(stage.due, on=on)
    return Clock(state.value, text, until, stage.document or NO_PAPER)


def decision_clock(matter: Any, *, on: date) -> Clock:
    """Time the People's Committee has left for a matter before it."""
    _urgency, state, text, until = reckon(last_day_to_decide(day_of(matter.proposed_at), step_terms()), on=on)
    return Clock(state.value, text, until)


def term_rows(*, on: date) -> list[TermRow]:
    """The steps with a clock, each with its days and the paper behind them."""
    terms = step_terms()
    found = []
    for step in DAYS:
        now = term(terms, step, on=on)
        later = [one for one in terms if one.step == step and one.since and one.since > on]
        set_here = f"Đặt từ ngày {short_date(now.since)}, chưa có văn bản quy định." if now.since else "Chưa có văn bản quy định."
        found.append(TermRow(
            step.label, now.days, f"{now.document}, áp dụng từ ngày {short_date(now.since)}" if now.document and now.since else set_here,
            bool(now.document), tuple(f"{one.days} ngày từ {short_date(one.since)}" for one in later if one.since),
        ))  # fmt: skip
    return found


def chips(counts: Mapping[DifficultyStep, int], *, chosen: str) -> list[Chip]:
    """One chip per step that somebody stands at, after the one for all."""
    every = Chip("Tất cả", sum(counts.values()), "?", not chosen)
    return [every, *(Chip(step.label, count, f"?buoc={step.value}", step.value == chosen) for step, count in counts.items() if count)]


def steps(stage: Stage) -> list[Step]:
    """The way of one difficulty with the step it stands at."""
    at = next(place for place, (_label, here) in enumerate(WAY) if stage.step in here)
    ended = stage.step is DifficultyStep.READ
    return [
        Step(
            label,
            detail=short_date(stage.since) if place == at else "",
            state="done" if place < at or ended else "now" if place == at else "",
        )
        for place, (label, _here) in enumerate(WAY)
    ]


def matter_steps(matter: Any) -> list[Step]:
    """The way of a matter."""
    at = {MatterState.WEIGHED: 0, MatterState.PROPOSED: 1, MatterState.DECIDED: 2}[MatterState(matter.state)]
    days = (matter.opened_at, matter.proposed_at, matter.decided_at)
    labels = ("Cơ quan chủ trì xem xét", "Trình Ủy ban nhân dân thành phố", "Quyết định, báo các đơn vị")
    return [
        Step(
            label, detail=short_date(day_of(when)) if when else "", state="done" if place < at or at == 2 else "now" if place == at else ""
        )
        for place, (label, when) in enumerate(zip(labels, days, strict=True))
    ]


def _state(place: int, *, at: int, ended: bool) -> str:
    if place < at or ended:
        return "done"
    return "now" if place == at else ""

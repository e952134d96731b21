"""A duty seen through its parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from mangnon.plans.records import Gathered
from mangnon.plans.rules.progress import Said
from mangnon.plans.vocabulary import Calendar, Declared, DutyState


@dataclass(frozen=True)
class Part:
    """A part with what its agency says of it, and its own parts."""

    declared: str
    percent: int | None
    calendar: str
    parts: tuple["Part", ...] = ()


def part(said: Said | None, *, late: bool, parts: Sequence[Part] = ()) -> Part:
    """A part by what its agency has said of it; work that was returned is begun, not done, whatever was declared."""
    declared, percent = (Declared(said.declared), said.percent) if said else (Declared.NOTHING, None)
    if said and said.state == DutyState.RETURNED and declared is Declared.DONE:
        declared, percent = Declared.STARTED, None
    return Part(declared, percent, Calendar.LATE if late else Calendar.IN_TIME, tuple(parts))


def gather(parts: Sequence[Part]) -> Gathered | None:
    """How far a duty is by its parts; None where it has none.

    A part declared done counts whole. Else one with parts of its own counts as those do, however deep; one without counts its declared
    percentage, or nothing. All parts of one duty weigh the same. Only direct parts are counted, all of them for the percentage.
    """
    if not parts:
        return None
    return Gathered(
        total=len(parts), done=sum(1 for part in parts if part.declared == Declared.DONE),
        late=sum(1 for part in parts if part.calendar == Calendar.LATE and part.declared != Declared.DONE),
        percent=round(sum(map(_share, parts)) / len(parts)),
    )  # fmt: skip


def _share(part: Part) -> float:
    if part.declared == Declared.DONE:
        return 100
    if part.parts:
        return sum(map(_share, part.parts)) / len(part.parts)
    return part.percent or 0 if part.declared == Declared.STARTED else 0

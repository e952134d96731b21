"""What a decision does to the child's personal number in the register, and how that is undone."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from mangnon.accounts.records import Actor
from mangnon.lib.vietnamese import short_date
from mangnon.linkage.models import Decision, PopulationExtract
from mangnon.linkage.vocabulary import Level, Verdict
from mangnon.register import operations as register
from mangnon.register.records import IdentifierItem, Source
from mangnon.register.vocabulary.people import IdentifierState, SourceKind

METHOD = "đối chiếu dữ liệu dân cư"
_DISPUTED = (Level.NUMBER_NAME, Level.NUMBER_BIRTH, Level.NUMBER_ONLY, Level.OTHER_NUMBER)


def source_of(extract: PopulationExtract) -> Source:
    """The extract as the source of numbers."""
    return Source(SourceKind.POPULATION, f"population:{extract.pk}", f"Dữ liệu dân cư, bản {short_date(extract.as_of)}")


def step_for(decision: Decision, *, number: str, person_number: str, as_of: date) -> IdentifierItem | None:
    """What this decision says of the child's number; None when it says nothing."""
    if decision.verdict == Verdict.LINK and person_number:
        note = f"Bản {short_date(as_of)}, {Level(decision.level).label}."
        return IdentifierItem(decision.child_id, person_number, IdentifierState.VERIFIED, METHOD, note)
    if decision.verdict == Verdict.MISMATCH and decision.level in _DISPUTED and number:
        return IdentifierItem(decision.child_id, number, IdentifierState.MISMATCH, METHOD, decision.reason)
    return None


def apply(items: Iterable[IdentifierItem], *, extract: PopulationExtract, by: Actor, at: datetime) -> int:
    """Record the steps with the extract as their source."""
    known = list(items)
    return register.record_identifiers(items=known, source=source_of(extract), by=by, at=at) if known else 0


def undo(decisions: Iterable[Decision], *, extracts: Mapping[int, PopulationExtract], by: Actor, at: datetime) -> None:
    """Put the numbers back to what they were before these decisions."""
    back: dict[int, list[IdentifierItem]] = {}
    for decision in decisions:
        if decision.touched_number and decision.person is not None:
            item = IdentifierItem(
                decision.child_id, decision.number_before, IdentifierState(decision.state_before), f"rút lại {METHOD}",
                "Trở lại như trước khi đối chiếu.",
            )  # fmt: skip
            back.setdefault(decision.person.extract_id, []).append(item)
    for extract_id, items in back.items():
        apply(items, extract=extracts[extract_id], by=by, at=at)

"""What right rows become in the register: children for a list that enrols, facts about known children for one that enriches."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mangnon.accounts.records import Actor
from mangnon.intake.records import Context, Format, ReadRow
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import Kind
from mangnon.register import operations as register
from mangnon.register.records import Enriched, Enrichment, Enrolled, Source
from mangnon.register.vocabulary.people import Outcome


def enter(
    layout: Format, rows: Sequence[ReadRow], context: Context, *, source: Source, by: Actor, at: datetime,
    together: bool = False,
) -> list[Enrolled]:  # fmt: skip
    """Write rows that are ready; one answer for each, in order. `context.links` says which child a row is about, if it was found or chosen;
    in a list that enriches a row without one is entered as a new child. Inside the caller's operation.
    """
    answers: list[Enrolled | None] = [None] * len(rows)
    enrols = layout.kind is Kind.ENROLS
    newcomers = [place for place, row in enumerate(rows) if enrols or context.link(row).child is None]
    record = layout.record or reading.to_record
    records = [
        record(rows[place], context)._replace(known_as=context.child_id(rows[place]) or rows[place].known_as, leaves=rows[place].leaves)
        for place in newcomers
    ]
    if records:
        made = register.enrol_many(records=records, source=source, by=by, at=at, together=together)
        for place, entered in zip(newcomers, made, strict=True):
            answers[place] = entered
    items: list[tuple[int, Enrichment]] = []
    for place, row in enumerate(rows):
        child_id = _child_of(answers[place], row, context)
        facts = layout.facts(row, context) if child_id is not None else ()
        if child_id is not None and (facts or answers[place] is None):
            items.append((place, Enrichment(child_id, facts, row.number)))
    enriched = register.enrich_many(items=[item for _, item in items], source=source, by=by, at=at) if items else []
    for (place, _), one in zip(items, enriched, strict=True):
        answers[place] = _both(answers[place], one)
    return [answer for answer in answers if answer is not None]


def _child_of(entered: Enrolled | None, row: ReadRow, context: Context) -> int | None:
    if entered is not None:
        return None if entered.outcome is Outcome.CONFLICT else entered.child_id
    child = context.link(row).child
    return child.child_id if child else None


def _both(entered: Enrolled | None, enriched: Enriched) -> Enrolled:
    """One answer of a row that entered a child and added facts to it."""
    if entered is None:
        return Enrolled(enriched.child_id, enriched.outcome, enriched.changed)
    changed = tuple(dict.fromkeys((*entered.changed, *enriched.changed)))
    if entered.outcome is Outcome.UNCHANGED and enriched.changed:
        return replace(entered, outcome=Outcome.CHANGED, changed=changed)
    return replace(entered, changed=changed)

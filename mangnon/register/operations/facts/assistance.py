"""Help granted, changed in amount, ended."""

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib.copying import among
from mangnon.register import models, rules
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import AssistanceRecord


class AssistanceKeeper(Keeper[AssistanceRecord]):
    name, model, fields = "assistance", models.Assistance, ("valid", "amount", "evidence")

    def load(self, child_ids: list[int]) -> None:
        self.known: dict[tuple[int, str], list[models.Assistance]] = {}
        for spell in models.Assistance.objects.filter(child__in=among(child_ids)).order_by("id"):
            if not spell.valid.isempty:
                self.known.setdefault((spell.child_id, spell.kind), []).append(spell)

    def apply(self, child: models.Child, fact: AssistanceRecord, row: int | None) -> bool:
        spells = self.known.setdefault((child.pk, fact.kind), [])
        end = rules.ends_before(fact.until)
        stands = next((spell for spell in spells if spell.valid.upper is None), None)
        if end is None and any(_tells(spell, fact) for spell in spells):
            return self._grounds(stands, fact) if stands is not None else False
        if end is not None:
            if stands is not None:
                self.end(stands, end)
                return True
            if any(spell.valid.upper == end for spell in spells):
                return False
        day = fact.since or (self.page.on if stands is not None else None)
        if stands is not None and stands.valid.lower is not None and day is not None and stands.valid.lower > day:
            return False
        if stands is not None and day is not None:
            self.end(stands, day)
        spell = models.Assistance(
            child_id=child.pk, kind=fact.kind, amount=fact.amount, evidence=fact.evidence, valid=DateRange(day, end), **self.origin(row)
        )  # fmt: skip
        self.open(spell)
        spells.append(spell)
        return True

    def _grounds(self, stands: models.Assistance, fact: AssistanceRecord) -> bool:
        """Help that goes on: an amount or a paper named for the first time is kept."""
        changed = False
        if fact.amount and stands.amount is None:
            stands.amount, changed = fact.amount, True
        if fact.evidence and not stands.evidence:
            stands.evidence, changed = fact.evidence, True
        if changed:
            self.correct(stands)
        return changed


def _tells(spell: models.Assistance, fact: AssistanceRecord) -> bool:
    """Whether a spell, standing or ended, says already what the fact says."""
    if fact.amount and spell.amount and fact.amount != spell.amount:
        return False
    return spell.valid.upper is None or (fact.since is not None and spell.valid.lower == fact.since)

"""Deaths: the record is closed on the day and is counted no more from then on; earlier counts stay as they were."""

from mangnon.lib.copying import among
from mangnon.register import models, rules
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import Birth, DeathRecord
from mangnon.register.vocabulary.people import ClosingReason, Precision


class DeathKeeper(Keeper[DeathRecord]):
    name, model = "death", models.Death
    fields = ("happened_on", "precision", "certificate", "cause", "cause_as_written", "source", "source_row")

    def load(self, child_ids: list[int]) -> None:
        self.known = {death.child_id: death for death in models.Death.objects.filter(child__in=among(child_ids)).order_by("id")}

    def apply(self, child: models.Child, fact: DeathRecord, row: int | None) -> bool:
        stands = self.known.get(child.pk)
        if stands is None:
            stands = models.Death(child_id=child.pk, happened_on=fact.died.day, precision=fact.died.precision, **self.origin(row))
            self.known[child.pk] = stands
            self.open(stands)
            changed = True
        else:
            changed = rules.better_birth(Birth(stands.happened_on, Precision(stands.precision)), fact.died)
            if changed:
                stands.happened_on, stands.precision = fact.died.day, fact.died.precision
        for column, value in (("certificate", fact.certificate), ("cause", fact.cause), ("cause_as_written", fact.cause_as_written)):
            if value and getattr(stands, column) != value:
                setattr(stands, column, value)
                changed = True
        if changed:
            stands.source_id, stands.source_row = self.page.source.pk, row
            self.correct(stands)
            child.closed_on = min(rules.last_day_of(Birth(stands.happened_on, Precision(stands.precision))), self.page.on)
            child.closed_reason = ClosingReason.DIED
            self.page.changed[child.pk] = child
        return changed

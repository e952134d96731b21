"""Doses of vaccines: one row for each vaccine and number, its date corrected when a later list knows better."""

from mangnon.lib.copying import among
from mangnon.register import models, rules
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import Birth, DoseRecord
from mangnon.register.vocabulary.people import Precision


class DoseKeeper(Keeper[DoseRecord]):
    name, model, fields = "dose", models.Dose, ("happened_on", "precision", "place", "source", "source_row")

    def load(self, child_ids: list[int]) -> None:
        self.known: dict[tuple[int, str, object], models.Dose] = {}
        for dose in models.Dose.objects.filter(child__in=among(child_ids)).order_by("id"):
            self.known[_key(dose)] = dose

    def apply(self, child: models.Child, fact: DoseRecord, row: int | None) -> bool:
        dose = models.Dose(
            child_id=child.pk, vaccine=fact.vaccine, number=fact.number, happened_on=fact.given.day, precision=fact.given.precision,
            place=fact.place, **self.origin(row),
        )  # fmt: skip
        stands = self.known.get(_key(dose))
        if stands is None:
            self.known[_key(dose)] = dose
            self.open(dose)
            return True
        better = rules.better_birth(Birth(stands.happened_on, Precision(stands.precision)), fact.given)
        if not better and (not fact.place or stands.place):
            return False
        if better:
            stands.happened_on, stands.precision = fact.given.day, fact.given.precision
        stands.place = fact.place or stands.place
        stands.source_id, stands.source_row = self.page.source.pk, row
        self.correct(stands)
        return True


def _key(dose: models.Dose) -> tuple[int, str, object]:
    """Numbered doses are one by number, others by their day."""
    return dose.child_id, dose.vaccine, dose.number or dose.happened_on

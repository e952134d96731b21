"""Health-insurance cards: a new one ends the one before."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib.copying import among
from mangnon.register import models, rules
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import CardRecord


class CardKeeper(Keeper[CardRecord]):
    name, model, fields = "insurance_card", models.InsuranceCard, ("valid", "clinic")

    def load(self, child_ids: list[int]) -> None:
        self.known: dict[int, list[models.InsuranceCard]] = {pk: [] for pk in child_ids}
        for card in models.InsuranceCard.objects.filter(child__in=among(child_ids)).order_by("id"):
            if not card.valid.isempty:
                self.known[card.child_id].append(card)

    def apply(self, child: models.Child, fact: CardRecord, row: int | None) -> bool:
        end = rules.ends_before(fact.until)
        cards = self.known[child.pk]
        same = next((card for card in cards if card.number == fact.number and (not fact.since or card.valid.lower == fact.since)), None)
        if same is not None:
            followed = any(card.valid.lower is not None and card.valid.lower == same.valid.upper for card in cards)
            return self._again(same, None if followed else end, fact.clinic)
        card = models.InsuranceCard(
            child_id=child.pk, number=fact.number, clinic=fact.clinic, valid=DateRange(fact.since, end), **self.origin(row)
        )
        for older in cards:
            if fact.since and _holds(older, fact.since):
                self.end(older, fact.since)
        self.open(card)
        cards.append(card)
        return True

    def _again(self, card: models.InsuranceCard, end: date | None, clinic: str) -> bool:
        """The same card again: a longer span or another clinic is new."""
        longer = end is not None and (card.valid.upper is None or end > card.valid.upper)
        if not longer and (not clinic or clinic == card.clinic):
            return False
        if longer:
            card.valid = DateRange(card.valid.lower, end)
        card.clinic = clinic or card.clinic
        self.correct(card)
        return True


def _holds(card: models.InsuranceCard, day: date) -> bool:
    return (card.valid.lower is None or card.valid.lower < day) and (card.valid.upper is None or card.valid.upper > day)

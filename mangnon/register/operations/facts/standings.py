"""Poor and near-poor households: the commune's yearly decision, of the household and not of one child in it."""

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib.copying import among
from mangnon.register import models
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import StandingRecord


class StandingKeeper(Keeper[StandingRecord]):
    name, model, fields = "standing", models.HouseholdStanding, ("valid", "evidence")

    def load(self, child_ids: list[int]) -> None:
        households = {child.household_id for child in self.page.children.values()}
        self.stands: dict[int, models.HouseholdStanding] = {}
        self.known: set[tuple[int, str, object]] = set()
        for spell in models.HouseholdStanding.objects.filter(household__in=among(households)).order_by("id"):
            if spell.valid.isempty:
                continue
            self.known.add((spell.household_id, spell.standing, spell.valid.lower))
            if spell.valid.upper is None:
                self.stands[spell.household_id] = spell

    def apply(self, child: models.Child, fact: StandingRecord, row: int | None) -> bool:
        household, day = child.household_id, fact.since or self.page.on
        stands = self.stands.get(household)
        if stands is not None and stands.valid.lower is not None and stands.valid.lower > day:
            return False
        if fact.standing is None:
            if stands is None:
                return False
            self.end(stands, day)
            del self.stands[household]
            return True
        if stands is not None and stands.standing == fact.standing:
            return self._grounds(stands, fact.evidence)
        if (household, fact.standing, day) in self.known:
            return False  # told before, and ended since
        if stands is not None:
            self.end(stands, day)
        spell = models.HouseholdStanding(
            household_id=household, standing=fact.standing, evidence=fact.evidence, valid=DateRange(day, None), **self.origin(row)
        )  # fmt: skip
        self.open(spell)
        self.stands[household] = spell
        self.known.add((household, fact.standing, day))
        return True

    def _grounds(self, stands: models.HouseholdStanding, evidence: str) -> bool:
        """The standing goes on; a paper named for the first time is kept."""
        if not evidence or stands.evidence:
            return False
        stands.evidence = evidence
        self.correct(stands)
        return True

"""Moves: the residence closes and another opens. Between two communes of the city the old one hands over and the new one receives."""

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib import hamlets
from mangnon.lib.copying import among, write_changed, write_new
from mangnon.register import models, rules
from mangnon.register.operations import known
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.operations.today import Today
from mangnon.register.records import MoveRecord
from mangnon.register.vocabulary.people import RESIDENCE_RANK, ClosingReason, ResidenceKind


class MoveKeeper(Keeper[MoveRecord]):
    name, model = "move", models.Residence
    fields = ("valid", "unit", "hamlet", "address", "unit_as_written", "source", "source_row")

    def load(self, child_ids: list[int]) -> None:
        self.known = known.load(child_ids)
        self.today = Today(self.page.on)
        self.homes: dict[int, models.Child] = {}
        self.sent: list[models.HandOver] = []
        self.received: list[models.HandOver] = []
        waiting = models.HandOver.objects.filter(child__in=among(child_ids), received_at__isnull=True).order_by("id")
        self.hand_overs = {one.child_id: one for one in waiting}

    def apply(self, child: models.Child, fact: MoveRecord, row: int | None) -> bool:
        day, places = fact.on or self.page.on, self.known[child.pk].residences
        stands = places.get(fact.to.kind)
        received = fact.arrived and self._receive(child.pk)
        if stands is not None and (_same(stands, fact, self.today) or (stands.valid.lower is not None and stands.valid.lower > day)):
            return received
        spell = models.Residence(
            child_id=child.pk, kind=fact.to.kind, unit_id=fact.to.unit_id, hamlet=fact.to.hamlet, address=fact.to.address,
            unit_as_written=fact.to.as_written, valid=DateRange(day, None), **self.origin(row),
        )  # fmt: skip
        if stands is not None:
            self.end(stands, day)
        self.open(spell)
        places[fact.to.kind] = spell
        self._settle(child, fact, spell, row)
        return True

    def write(self) -> None:
        super().write()
        write_changed(models.Child, list(self.homes.values()), ("lives_in", "hamlet"))
        write_new(models.HandOver, self.sent)
        write_changed(models.HandOver, self.received, ("received_by_label", "received_at"))

    def _settle(self, child: models.Child, fact: MoveRecord, spell: models.Residence, row: int | None) -> None:
        """What the new residence means for the record: closed when the child left the city, opened when it came back, handed over."""
        before, inside = child.lives_in_id, spell.unit_id is not None
        if not inside and fact.to.kind is ResidenceKind.CURRENT:
            child.closed_on, child.closed_reason = spell.valid.lower, ClosingReason.LEFT_CITY
            self.page.changed[child.pk] = child
            return
        if inside and child.closed_reason == ClosingReason.LEFT_CITY:
            child.closed_on, child.closed_reason = None, ""
            self.page.changed[child.pk] = child
        places = self.known[child.pk].residences.values()
        home = min(places, key=lambda place: (place.unit_id is None, RESIDENCE_RANK[ResidenceKind(place.kind)]))
        if home.unit_id is None:
            raise rules.NoHome("Chưa biết trẻ ở xã, phường nào của thành phố. Ghi nơi đến rồi ghi lại.")
        goal = self.today.of(home.unit_id) or home.unit_id
        child.lives_in_id, child.hamlet = goal, home.hamlet
        self.homes[child.pk] = child
        if not fact.arrived and not self.today.same(home.unit_id, before):
            self.sent.append(
                models.HandOver(
                    child_id=child.pk, from_unit_id=before, to_unit_id=goal, happened_on=spell.valid.lower, **self.origin(row)
                )
            )  # fmt: skip

    def _receive(self, child_id: int) -> bool:
        """The receipt of the place of arrival, if the place of departure has handed the child over."""
        waiting = self.hand_overs.pop(child_id, None)
        if waiting is None:
            return False
        waiting.received_by_label, waiting.received_at = self.page.by_label, self.page.at
        self.received.append(waiting)
        return True


def _same(stands: models.Residence, fact: MoveRecord, today: Today) -> bool:
    """The child is recorded there already. Outside the city any place is one place: nobody here keeps it."""
    agrees = fact.to.unit_id is None or not fact.to.hamlet or hamlets.same(stands.hamlet, fact.to.hamlet)
    return today.same(stands.unit_id, fact.to.unit_id) and agrees

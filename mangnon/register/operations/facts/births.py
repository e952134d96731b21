"""What lists of births tell beside the child."""

from mangnon.lib.copying import among
from mangnon.register import models
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import BirthNoticeRecord


class BirthNoticeKeeper(Keeper[BirthNoticeRecord]):
    name, model = "birth_notice", models.BirthNotice
    fields = ("weight", "place", "certificate", "registered_on")

    def load(self, child_ids: list[int]) -> None:
        self.known = {notice.child_id: notice for notice in models.BirthNotice.objects.filter(child__in=among(child_ids)).order_by("id")}

    def apply(self, child: models.Child, fact: BirthNoticeRecord, row: int | None) -> bool:
        stands = self.known.get(child.pk)
        said = {"weight": fact.weight, "place": fact.place, "certificate": fact.certificate, "registered_on": fact.registered_on}
        if stands is None:
            said = {name: value for name, value in said.items() if value}
            stands = models.BirthNotice(
                child_id=child.pk, happened_on=fact.born.day, precision=fact.born.precision, **said, **self.origin(row)
            )
            self.known[child.pk] = stands
            self.open(stands)
            return True
        new = {name: value for name, value in said.items() if value and getattr(stands, name) != value}
        for name, value in new.items():
            setattr(stands, name, value)
        if new:
            self.correct(stands)
        return bool(new)

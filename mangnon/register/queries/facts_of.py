"""Children named by their codes or keys, and how recent what the register has of them is: what intake asks before it writes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet
from django.db.models.functions import Lower

from mangnon.lib.copying import among
from mangnon.register.models import Child, HouseholdStanding, InsuranceCard, Residence, Schooling
from mangnon.register.vocabulary.people import ResidenceKind


def by_codes(codes: Iterable[str]) -> QuerySet[Child]:
    """The records with these codes, closed ones too. Whoever asks applies their scope."""
    return Child.objects.filter(code__in=among([*codes, ""])).order_by("id")


def by_ids(ids: Iterable[int]) -> QuerySet[Child]:
    """The records with these keys, closed ones too. Whoever asks applies their scope."""
    return Child.objects.filter(pk__in=among([*ids, 0])).order_by("id")


def closed_alike(names: Iterable[tuple[str, date]]) -> dict[tuple[str, date], list[Child]]:
    """Closed records by folded name and birth date: a child who died or left is not looked for elsewhere."""
    wanted = set(names)
    found: dict[tuple[str, date], list[Child]] = defaultdict(list)
    if wanted:
        closed = Child.objects.filter(closed_on__isnull=False, name_key__in=among({name for name, _ in wanted})).order_by("id")
        for child in closed:
            if (child.name_key, child.birth_date) in wanted:
                found[child.name_key, child.birth_date].append(child)
    return found


def named_in(name_keys: Iterable[str], *, unit_id: int) -> dict[str, list[Child]]:
    """Open records of children who live in a unit, by folded name."""
    found: dict[str, list[Child]] = defaultdict(list)
    for child in Child.objects.filter(closed_on__isnull=True, lives_in=unit_id, name_key__in=among([*name_keys, ""])).order_by("id"):
        found[child.name_key].append(child)
    return found


def known_identities(keys: Iterable[str]) -> set[str]:
    """Those of the identity keys (rules.identity_key) under which the register has a child."""
    return set(Child.objects.filter(identity_key__in=among([*keys, ""])).values_list("identity_key", flat=True))


def newest_facts(child_ids: Iterable[int]) -> dict[int, dict[str, date]]:
    """For each child and kind of fact the first day of the newest spell: "schooling", "insurance_card", "move", "standing"."""
    ids = list(child_ids)
    newest: dict[int, dict[str, date]] = defaultdict(dict)
    if not ids:
        return newest
    spells: tuple[tuple[str, QuerySet[Any]], ...] = (
        ("schooling", Schooling.objects.filter(child__in=among(ids))),
        ("insurance_card", InsuranceCard.objects.filter(child__in=among(ids))),
        ("move", Residence.objects.filter(child__in=among(ids), kind=ResidenceKind.CURRENT)),
    )
    for name, found in spells:
        for child_id, day in found.order_by().values("child_id").annotate(day=Max(Lower("valid"))).values_list("child_id", "day"):
            if day is not None:
                newest[child_id][name] = day
    households = dict(Child.objects.filter(pk__in=among(ids)).values_list("id", "household_id"))
    standings = HouseholdStanding.objects.filter(household__in=among(households.values())).order_by()
    latest = dict(standings.values("household_id").annotate(day=Max(Lower("valid"))).values_list("household_id", "day"))
    for child_id, household_id in households.items():
        if day := latest.get(household_id):
            newest[child_id]["standing"] = day
    return newest

"""Finding in the register the children that incoming records speak of, with their open facts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from mangnon.lib import vietnamese
from mangnon.lib.copying import among
from mangnon.lib.fetching import objects
from mangnon.register import rules
from mangnon.register.models import Assistance, Carer, CareRelation, Child, Circumstance, HouseholdStanding, Identifier, Residence
from mangnon.register.records import Birth, ChildRecord
from mangnon.register.vocabulary.people import IdentifierState, Precision


@dataclass
class Known:
    """A child of the register with the facts that stand open."""

    child: Child
    residences: dict[str, Residence] = field(default_factory=dict)
    circumstances: dict[str, Circumstance] = field(default_factory=dict)
    help: set[str] = field(default_factory=set)
    carers: dict[str, Carer] = field(default_factory=dict)  # by role
    identifier: Identifier | None = None
    standing: HouseholdStanding | None = None

    @property
    def birth(self) -> Birth:
        return Birth(self.child.birth_date, Precision(self.child.birth_precision))


def holders(numbers: Iterable[str]) -> dict[str, int]:
    """Which child holds each personal number now."""
    open_ones = Identifier.objects.filter(value__in=among([*numbers, ""]), valid__upper_inf=True).exclude(state=IdentifierState.CANCELLED)
    return dict(open_ones.values_list("value", "child_id"))


def with_identity(keys: Iterable[str]) -> dict[str, list[int]]:
    """Which children have each identity key, the earliest first; twins may share one."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, pk in Child.objects.filter(identity_key__in=among([*keys, ""])).order_by("id").values_list("identity_key", "id"):
        found[key].append(pk)
    return found


def load(child_ids: Iterable[int]) -> dict[int, Known]:
    """The children with their open facts. Inside a transaction: what it finds of them nobody else changes before it ends."""
    wanted = Child.objects.filter(pk__in=among(child_ids)).order_by("id").select_for_update(no_key=True)
    known = {child.pk: Known(child) for child in objects(wanted)}
    ids = list(known)
    for residence in objects(Residence.objects.filter(child__in=among(ids), valid__upper_inf=True).order_by("id")):
        known[residence.child_id].residences[residence.kind] = residence
    for circumstance in objects(Circumstance.objects.filter(child__in=among(ids), valid__upper_inf=True).order_by("id")):
        known[circumstance.child_id].circumstances[circumstance.clause] = circumstance
    for child_id, kind in Assistance.objects.filter(child__in=among(ids), valid__upper_inf=True).values_list("child_id", "kind"):
        known[child_id].help.add(kind)
    _add_carers(known, ids)
    for identifier in objects(Identifier.objects.filter(child__in=among(ids), valid__upper_inf=True).order_by("id")):
        known[identifier.child_id].identifier = identifier
    by_household = defaultdict(list)
    for entry in known.values():
        by_household[entry.child.household_id].append(entry)
    for standing in objects(HouseholdStanding.objects.filter(household__in=among(by_household), valid__upper_inf=True).order_by("id")):
        for entry in by_household[standing.household_id]:
            entry.standing = standing
    return known


def _add_carers(known: dict[int, Known], ids: list[int]) -> None:
    """Who cares for the children; one object for the carer of several, so that a change of one is a change for all."""
    relations = CareRelation.objects.filter(child__in=among(ids), valid__upper_inf=True).order_by("id")
    told = list(relations.values_list("child_id", "role", "carer_id"))
    carers = {carer.pk: carer for carer in objects(Carer.objects.filter(pk__in=among([0, *(carer_id for *_, carer_id in told)])))}
    for child_id, role, carer_id in told:
        known[child_id].carers[role] = carers[carer_id]


def conflicts(record: ChildRecord, known: Known) -> bool:
    """Whether the holder of the record's personal number is somebody else: neither name nor birth date agrees."""
    return vietnamese.fold(record.full_name) != known.child.name_key and record.birth != known.birth


def identity_of(record: ChildRecord) -> str:
    """The record's identity key, with the commune where the child lives."""
    unit_id, _ = rules.home(record.residences)
    return rules.identity_key(full_name=record.full_name, birth=record.birth, carers=record.carers, unit_id=unit_id)

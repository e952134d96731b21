"""One child with everything the register knows of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.refusals import Refusal
from mangnon.register.models import Assistance, CareRelation, Child, Circumstance, HouseholdStanding, Identifier, Residence
from mangnon.register.queries.lists import children
from mangnon.register.records import Birth
from mangnon.register.vocabulary.circumstances import CLAUSES, RESTRICTED_LABEL
from mangnon.register.vocabulary.ethnicities import NAMES
from mangnon.register.vocabulary.people import CircumstanceKind, Precision


class NoSuchChild(Refusal):
    """No open or closed record with this key where the actor may look. Says nothing of whether it exists elsewhere."""


@dataclass(frozen=True)
class CircumstanceView:
    """A circumstance as this actor may see it: hidden ones keep their dates' place but not their words."""

    id: int
    label: str
    basis: str
    kind: CircumstanceKind
    first_day: date | None
    end: date | None
    evidence: str
    ended_because: str
    source: str
    hidden: bool

    def holds_on(self, day: date) -> bool:
        return (self.first_day is None or self.first_day <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Facts:
    """Everything known of one child, newest spells first."""

    child: Child
    identifiers: list[Identifier]
    residences: list[Residence]
    relations: list[CareRelation]
    circumstances: list[CircumstanceView]
    standings: list[HouseholdStanding]
    assistance: list[Assistance]
    siblings: list[Child]

    @property
    def number(self) -> str:
        return self.identifiers[0].value if self.identifiers else ""


@dataclass
class ListFacts:
    """What a list shows beside a child's own columns."""

    number: str = ""
    circumstances: list[str] = field(default_factory=list)


def child(actor: Actor, pk: int, *, on: date) -> Child:
    """One child the actor may see, closed records included. Raises NoSuchChild."""
    found = Child.objects.filter(pk=pk).select_related("lives_in", "household", "source").first()
    if found is None or not policies.scope(actor, Permission.SEE_CHILDREN).covers(found.lives_in_id):
        raise NoSuchChild("Không có hồ sơ này trong địa bàn của bạn. Trẻ đã chuyển đi thì hỏi xã, phường nơi trẻ đến.")
    return found


def identifier_of(child_id: int) -> tuple[str, str]:
    """The number a child has now and its state; ("", "none") when nothing is recorded."""
    found = Identifier.objects.filter(child=child_id, valid__upper_inf=True).values_list("value", "state").order_by("-id").first()
    return found or ("", "none")


def facts(actor: Actor, found: Child, *, on: date) -> Facts:
    """The spells of a child, newest first; restricted circumstances are veiled for who may not see them."""
    pk = found.pk
    newest = "-valid__startswith"
    return Facts(
        child=found,
        identifiers=list(Identifier.objects.filter(child=pk).select_related("source").order_by("-id")),
        residences=list(Residence.objects.filter(child=pk).select_related("unit", "source").order_by("kind", "-id")),
        relations=list(CareRelation.objects.filter(child=pk).select_related("carer").order_by("id")),
        circumstances=[
            _veiled(row, may_see=_may_see_restricted(actor, found))
            for row in Circumstance.objects.filter(child=pk).select_related("source").order_by(newest, "-id")
            if not row.valid.isempty
        ],
        standings=list(HouseholdStanding.objects.filter(household=found.household_id).select_related("source").order_by("-id")),
        assistance=list(Assistance.objects.filter(child=pk).select_related("source").order_by("-id")),
        siblings=list(children(actor, on=on).filter(household=found.household_id).exclude(pk=pk)),
    )


def facts_for_list(actor: Actor, found: Sequence[Child], *, on: date) -> dict[int, ListFacts]:
    """Number and present special circumstances for one page of children, in two queries."""
    shown: dict[int, ListFacts] = defaultdict(ListFacts)
    by_id = {row.pk: row for row in found}
    for child_id, value in Identifier.objects.filter(child__in=by_id, valid__upper_inf=True).values_list("child_id", "value"):
        shown[child_id].number = value
    rows = Circumstance.objects.filter(child__in=by_id, kind=CircumstanceKind.SPECIAL, valid__contains=on).order_by("group", "id")
    for row in rows:
        may_see = _may_see_restricted(actor, by_id[row.child_id])
        clause = CLAUSES[row.clause]
        label = clause.label if may_see or not clause.restricted else RESTRICTED_LABEL
        if label not in shown[row.child_id].circumstances:
            shown[row.child_id].circumstances.append(label)
    return shown


def list_rows(actor: Actor, found: Iterable[Child], *, on: date) -> list[dict[str, str]]:
    """Children as rows of the child list, by column; what the actor may not see of circumstances stays out."""
    rows = []
    stream = iter(found)
    while chunk := list(islice(stream, 5_000)):
        by_id = {child.pk: child for child in chunk}
        said: dict[int, dict[str, str]] = {pk: {} for pk in by_id}
        for relation in CareRelation.objects.filter(child__in=by_id, valid__contains=on).select_related("carer").order_by("id"):
            said[relation.child_id][f"{relation.role}_name"] = relation.carer.full_name
            said[relation.child_id].setdefault("phone", relation.carer.phone)
        for place in Residence.objects.filter(child__in=by_id, valid__contains=on).select_related("unit").order_by("id"):
            said[place.child_id][place.kind] = place.unit.name if place.unit else place.unit_as_written
            said[place.child_id]["address"] = place.address or said[place.child_id].get("address", "")
        standings = HouseholdStanding.objects.filter(household__in={c.household_id for c in chunk}, valid__contains=on).order_by("id")
        poverty = {standing.household_id: standing.get_standing_display() for standing in standings}
        for help_row in Assistance.objects.filter(child__in=by_id, valid__contains=on).order_by("id"):
            _append(said[help_row.child_id], "help", help_row.get_kind_display())
        for row in Circumstance.objects.filter(child__in=by_id, valid__contains=on).order_by("id"):
            clause = CLAUSES[row.clause]
            column = {CircumstanceKind.SPECIAL: "circumstances", CircumstanceKind.RISK: "risks"}.get(clause.kind)
            if column and (not clause.restricted or _may_see_restricted(actor, by_id[row.child_id])):
                _append(said[row.child_id], column, clause.label)
        for child_id, value in Identifier.objects.filter(child__in=by_id, valid__upper_inf=True).values_list("child_id", "value"):
            said[child_id]["personal_number"] = value
        rows += [_as_list_row(child, said[child.pk], poverty.get(child.household_id, "")) for child in chunk]
    return rows


def _append(said: dict[str, str], column: str, words: str) -> None:
    said[column] = f"{said[column]}; {words}" if said.get(column) else words


def _as_list_row(child: Child, said: dict[str, str], poverty: str) -> dict[str, str]:
    birth = Birth(child.birth_date, Precision(child.birth_precision))
    return {
        **said, "full_name": child.full_name, "birth_date": birth.text(), "sex": child.get_sex_display(), "hamlet": child.hamlet,
        "ethnicity": NAMES[child.ethnicity] if child.ethnicity else "", "poverty": poverty,
        "school_level": child.get_school_level_display(), "school_state": child.get_school_state_display(), "note": child.note,
    }  # fmt: skip


def _may_see_restricted(actor: Actor, found: Child) -> bool:
    return policies.scope(actor, Permission.SEE_RESTRICTED).covers(found.lives_in_id)


def _veiled(row: Circumstance, *, may_see: bool) -> CircumstanceView:
    clause = CLAUSES[row.clause]
    hidden = clause.restricted and not may_see
    return CircumstanceView(
        id=row.pk, label=RESTRICTED_LABEL if hidden else clause.label, basis="" if hidden else clause.basis, kind=clause.kind,
        first_day=row.valid.lower, end=row.valid.upper, evidence="" if hidden else row.evidence,
        ended_because="" if hidden else row.ended_because, source=row.source.label, hidden=hidden,
    )  # fmt: skip

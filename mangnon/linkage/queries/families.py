"""The family on both sides of a pair: children of the register's household, people of the extract's household, brought together."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.linkage.models import Decision, Person
from mangnon.linkage.records import FamilyRow
from mangnon.linkage.rules import child_code
from mangnon.linkage.vocabulary import OPEN_VERDICTS, Verdict
from mangnon.register import queries as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

MOST = 6  # relatives of one person
_RANK = {Verdict.LINK: 0, Verdict.MISMATCH: 1, Verdict.REVIEW: 1, Verdict.VISIT: 1, Verdict.UNMATCHED: 2}


def family_rows(actor: Actor, child: Any, decision: Decision, *, on: date) -> tuple[FamilyRow, ...]:
    """Every child of the family once, the eldest first; empty when there is nobody beside the two of the pair."""
    assert decision.person is not None
    person = decision.person
    children = [child, *register.facts(actor, child, on=on).siblings]
    persons = {one.record_id: one for one in [person, *kin(person)]}
    held = _held(children, persons, decision)
    rows = [_row(one, held.get(one.pk), child=child, decision=decision, persons=persons) for one in children]
    shown = {row.person_ref for row in held.values() if row.person_ref in persons}
    rest = [one for ref, one in persons.items() if ref not in shown]
    rows += _alone(actor, rest, child=child)
    if len(rows) < 2:
        return ()
    return tuple(sorted(rows, key=lambda row: (row.born or date.max, not row.current, row.child_code, row.person_name)))


def kin(person: Person) -> list[Person]:
    """Others of the person's household in the extract who have a parent in common."""
    if not person.household_ref or person.birth_date is None:
        return []
    same_parent = Q()
    if person.father_key:
        same_parent |= Q(father_key=person.father_key)
    if person.mother_key:
        same_parent |= Q(mother_key=person.mother_key)
    if not same_parent:
        return []
    others = Person.objects.filter(same_parent, extract=person.extract_id, household_ref=person.household_ref, birth_date__isnull=False)
    return list(others.exclude(pk=person.pk).order_by("birth_date", "id")[:MOST])


def born(person: Person) -> str:
    """The birth date as far as it is known."""
    return Birth(person.birth_date, Precision(person.birth_precision)).text() if person.birth_date else "chưa rõ ngày sinh"


def _held(children: Iterable[Any], persons: dict[str, Person], decision: Decision) -> dict[int, Decision]:
    """What stands of each child: a link, else the pair with somebody of the family, else another pair, else that nobody was found."""
    standing = Decision.objects.filter(child__in=[one.pk for one in children], revoked_at__isnull=True).exclude(verdict=Verdict.NOT)
    found = {decision.child_id: decision}
    for one in sorted(standing.select_related("person").order_by("id"), key=lambda one: _nearest(one, persons, decision)):
        found.setdefault(one.child_id, one)
    return found


def _nearest(one: Decision, persons: dict[str, Person], decision: Decision) -> tuple[int, bool, bool, float]:
    """A link before a pair that waits, somebody of the family before others, and the person of the page last: that one is spoken for."""
    return (
        _RANK[Verdict(one.verdict)], one.person_ref not in persons, one.person_ref == decision.person_ref, -(one.probability or 0.0)
    )  # fmt: skip


def _row(one: Any, held: Decision | None, *, child: Any, decision: Decision, persons: dict[str, Person]) -> FamilyRow:
    person = held.person if held else None
    verdict = Verdict(held.verdict) if held else None
    return FamilyRow(
        child_name=one.full_name, child_code=one.code, child_id=one.pk, child_born=Birth(one.birth_date, one.birth_precision).text(),
        person_name=person.full_name if person else "", person_born=born(person) if person else "", verdict=verdict,
        decision_id=held.pk if held and person else None, waits=verdict in OPEN_VERDICTS and held is not None and held.revoked_at is None,
        current=one.pk == child.pk, same_day=one.pk != child.pk and one.birth_date == child.birth_date, born=one.birth_date,
    )  # fmt: skip


def _alone(actor: Actor, persons: list[Person], *, child: Any) -> list[FamilyRow]:
    """People of the extract's family no child of the household is paired with: whose record they belong to, or that nobody has them."""
    standing = Decision.objects.filter(
        revoked_at__isnull=True, person_ref__in=[one.record_id for one in persons], verdict__in=[Verdict.LINK, *OPEN_VERDICTS]
    ).select_related("child")  # fmt: skip
    by_person = {one.person_ref: one for one in sorted(standing, key=lambda one: (-_RANK[Verdict(one.verdict)], -one.pk))}
    scope = policies.scope(actor, Permission.SEE_CHILDREN)
    rows = []
    for person in persons:
        held = by_person.get(person.record_id)
        within = held is not None and scope.covers(held.child.lives_in_id)
        rows.append(
            FamilyRow(
                child_name=held.child.full_name if held and within else "", child_code=child_code(held.child_id) if held else "",
                child_id=held.child_id if held and within else None,
                child_born=Birth(held.child.birth_date, Precision(held.child.birth_precision)).text() if held and within else "",
                person_name=person.full_name, person_born=born(person), verdict=Verdict(held.verdict) if held else None,
                decision_id=held.pk if held and within else None, waits=bool(held and within and held.verdict in OPEN_VERDICTS),
                same_day=person.birth_date == child.birth_date, born=person.birth_date,
            )
        )  # fmt: skip
    return rows

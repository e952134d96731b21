"""One pair side by side."""

from datetime import date
from functools import cache

from django.db.models import QuerySet

from mangnon.accounts.records import Actor
from mangnon.institutions import queries as institutions
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import short_date
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.models import Decision, Person
from mangnon.linkage.queries import families
from mangnon.linkage.queries.lists import pairs_waiting
from mangnon.linkage.records import Birth, Candidate, Ground, Pair
from mangnon.linkage.rules import Facts, compare, scale, with_grounds
from mangnon.linkage.vocabulary import OPEN_VERDICTS, Level, Verdict
from mangnon.register import queries as register


class NoSuchPair(Refusal):
    """No pair with this key where the actor may look."""


def pair(actor: Actor, decision_id: int, *, on: date) -> Pair:
    """A pair with its fields compared and its neighbours in the actor's work list. Raises NoSuchPair, NoSuchChild."""
    decision = Decision.objects.select_related("person__extract").filter(pk=decision_id, person__isnull=False).first()
    if decision is None or decision.person is None:
        raise NoSuchPair("Không có cặp này. Có thể lần đối chiếu sau đã thay kết quả; mở lại danh sách.")
    child = register.child(actor, decision.child_id, on=on)
    person = decision.person
    queue = list(pairs_waiting(actor, on=on).values_list("pk", flat=True)) if decision.verdict in OPEN_VERDICTS else []
    place = queue.index(decision.pk) + 1 if decision.pk in queue else 0
    return Pair(
        decision_id=decision.pk, child_id=child.pk, child_code=child.code, person_id=person.pk, as_of=person.extract.as_of,
        verdict=Verdict(decision.verdict), level=Level(decision.level), reason=decision.reason, decided_by=decision.decided_by_label,
        decided_at=decision.decided_at, automatic=decision.automatic, revoked=decision.revoked_at is not None,
        replaced_by=decision.replaced_by_id, place=place, waiting=len(queue), before=queue[place - 2] if place > 1 else None,
        after=queue[place] if 0 < place < len(queue) else None, others=_others(decision),
        fields=with_grounds(
            compare(facts_of_child(actor, child, on=on), _of_person(person, on=on)), [Ground(*ground) for ground in decision.grounds]
        ),
        scale=scale(decision.probability, review=_thresholds().review, link=_thresholds().link),
        family=families.family_rows(actor, child, decision, on=on),
    )  # fmt: skip


def standing_of(actor: Actor, child_id: int, *, on: date) -> QuerySet[Decision]:
    """What stands for one child, links first; for the child's record."""
    child = register.child(actor, child_id, on=on)
    return Decision.objects.filter(child=child.pk, revoked_at__isnull=True).select_related("person__extract").order_by("verdict", "id")


def facts_of_child(actor: Actor, child: object, *, on: date) -> Facts:
    """A child of the register as rules compare it."""
    facts = register.facts(actor, child, on=on)  # type: ignore[arg-type]
    row = facts.child
    parents = {relation.role: relation.carer.full_name for relation in facts.relations if relation.valid.upper is None}
    siblings = tuple(f"{one.full_name} ({_aside(one.birth_date, row.birth_date)})" for one in facts.siblings)
    return Facts(
        full_name=row.full_name, birth=Birth(row.birth_date, row.birth_precision), sex=row.get_sex_display(),
        father_name=parents.get("father", ""), mother_name=parents.get("mother", ""), number=facts.number, place=row.lives_in.name,
        hamlet=row.hamlet, siblings=siblings,
    )  # fmt: skip


def _of_person(person: Person, *, on: date) -> Facts:
    resolution = institutions.resolve(person.commune_code, on=on) if person.commune_code else None
    place, written = "", ""
    if resolution and resolution.answer:
        place = resolution.answer.name
        written = resolution.read_as.name if resolution.read_as else ""
    return Facts(
        full_name=person.full_name, birth=Birth(person.birth_date, person.birth_precision), sex=person.sex,
        father_name=person.father_name, mother_name=person.mother_name, number=person.personal_number, place=place, hamlet=person.hamlet,
        written_place=written, siblings=_siblings(person),
    )  # fmt: skip


@cache
def _thresholds() -> Model:
    return load("children-population")


def _siblings(person: Person) -> tuple[str, ...]:
    """Others of the household who have a parent in common."""
    known = [one for one in families.kin(person) if one.birth_date and person.birth_date]
    return tuple(f"{one.full_name} ({_aside(one.birth_date, person.birth_date)})" for one in known)  # type: ignore[arg-type]


def _aside(born: date, beside: date) -> str:
    return "cùng ngày sinh" if born == beside else f"sinh {short_date(born)}"


def _others(decision: Decision) -> tuple[Candidate, ...]:
    """Other persons proposed or refused for the child."""
    rows = (
        Decision.objects.filter(child=decision.child_id, revoked_at__isnull=True, person__isnull=False)
        .exclude(person_ref=decision.person_ref)
        .select_related("person")
        .order_by("id")
    )
    found = []
    for row in rows:
        person = row.person
        assert person is not None  # filtered above
        found.append(Candidate(row.pk, person.full_name, f"{person.sex}, {families.born(person)}. {row.reason}", Verdict(row.verdict)))
    return tuple(found)

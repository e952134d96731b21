"""Before a child is entered: who of the register it may be, as far as the actor may know."""

from dataclasses import replace
from datetime import date

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.linkage.queries.pairs import facts_of_child
from mangnon.linkage.queries.same import same_children
from mangnon.linkage.records import Birth, Likely
from mangnon.linkage.rules import Facts, compare
from mangnon.register import queries as register
from mangnon.register.records import Described, Outline, SameChild
from mangnon.register.vocabulary.people import Sex

SIDES = ("Phiếu đang ghi", "Hồ sơ trong sổ")


def likely(actor: Actor, person: Described, *, on: date) -> tuple[Likely, ...]:
    """Children of the whole register the person may be, best first."""
    (found,) = same_children([person], on=on)
    outlines = register.outlines([one.child_id for one in found], on=on)
    return tuple(_likely(actor, person, one, outlines[one.child_id], on=on) for one in found if one.child_id in outlines)


def _likely(actor: Actor, person: Described, one: SameChild, outline: Outline, *, on: date) -> Likely:
    within = policies.scope(actor, Permission.SEE_CHILDREN).covers(outline.unit_id)
    bare = Likely(one.child_id, one.code, outline.unit_name, within, one.verdict == "link", one.other_name)
    if not within:
        return bare
    child = facts_of_child(actor, register.child(actor, one.child_id, on=on), on=on)
    return replace(bare, fields=compare(_typed(person), replace(child, siblings=()), sides=SIDES), why=one.why)


def _typed(person: Described) -> Facts:
    unit = institutions.by_id(person.unit_id) if person.unit_id is not None else None
    birth = Birth(person.birth.day, str(person.birth.precision)) if person.birth else Birth(None)
    return Facts(
        full_name=person.full_name, birth=birth, sex="" if person.sex is Sex.UNKNOWN else person.sex.label, father_name=person.father,
        mother_name=person.mother, number=person.personal_number, place=unit.name if unit else "", hamlet=person.hamlet,
    )  # fmt: skip

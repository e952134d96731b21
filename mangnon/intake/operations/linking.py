"""Whom of the register the rows of a list speak of: by the record's code, by the personal number, else by everything known of the child.

A name alone never joins: without number and code the matcher of the port decides, and what it is not sure of is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake.ports import matcher
from mangnon.intake.records import Context, KnownChild, Link, ReadRow
from mangnon.intake.rules import linking, reading
from mangnon.intake.vocabulary import Kind
from mangnon.lib.fetching import objects
from mangnon.lib.vietnamese import fold
from mangnon.register import queries as register
from mangnon.register.records import Birth, SameChild
from mangnon.register.vocabulary.people import Precision, Sex

if TYPE_CHECKING:
    from mangnon.register.models import Child

SHOWN = 4  # candidates a person is asked to choose from


def links(rows: Sequence[ReadRow], context: Context, *, by: Actor, on: date) -> dict[int, Link]:
    """The link of each row, by row number. Children outside the actor's place are linked but not shown.

    A list that enrols links only rows of which somebody says who they are, or who may be a child the register has under another spelling.
    """
    if context.layout is None or context.layout.kind is Kind.ENROLS:
        return _doubles(rows, context, by=by, on=on)
    covers = policies.scope(by, Permission.IMPORT_LISTS).covers
    codes = {child.code: _known(child) for child in register.by_codes(codes_of(rows))}
    holders = register.number_holders(number for row in rows if (number := linking.number_of(row)))
    numbers = {number: _known(child) for number, child in holders.items()}
    found: dict[int, Link] = {}
    asked: list[ReadRow] = []
    for row in rows:
        link = linking.by_code(row, codes) or linking.by_number(row, numbers)
        if link is not None:
            found[row.number] = link
        elif linking.enough_to_find(row):
            asked.append(row)
    found |= _matched(asked, context, on=on)
    found = {number: linking.within(link, covers) for number, link in found.items()}
    return _with_latest(found)


def _doubles(rows: Sequence[ReadRow], context: Context, *, by: Actor, on: date) -> dict[int, Link]:
    """For rows that would make new children: the child somebody chose, else those of the register that are alike (verdict by the matcher).

    Rows the register knows by number or to the letter are left alone: entering finds them.
    """
    covers = policies.scope(by, Permission.IMPORT_LISTS).covers
    codes = {child.code: _known(child) for child in register.by_codes(codes_of(rows))}
    found = {row.number: link for row in rows if (link := linking.by_code(row, codes)) is not None}
    left = [
        row for row in rows
        if row.number not in found and linking.number_of(row) not in context.holders and linking.enough_to_find(row)
    ]  # fmt: skip
    keys = {row.number: reading.identity_key(row, context) for row in left}
    known = register.known_identities(keys.values())
    asked = [row for row in left if keys[row.number] not in known]
    matched = _matched(asked, context, on=on)
    alike = {row.number: linking.unless_it_changes(row, matched[row.number]) for row in asked}
    found |= {number: link for number, link in alike.items() if link.child or link.candidates}
    return {number: linking.within(link, covers) for number, link in found.items()}


def _matched(rows: Sequence[ReadRow], context: Context, *, on: date) -> dict[int, Link]:
    """What the matcher says of rows without number and code."""
    if not rows:
        return {}
    answers = matcher()([reading.described(row, context) for row in rows], on=on)
    shown = register.by_ids({same.child_id for answer in answers for same in answer[:SHOWN]})
    children = {child.pk: _known(child) for child in objects(shown)}
    found = {row.number: _judged(answer[:SHOWN], children) for row, answer in zip(rows, answers, strict=True)}
    nobody = [row for row in rows if not found[row.number].child and not found[row.number].candidates]
    return found | _closed(nobody)


def _closed(rows: Sequence[ReadRow]) -> dict[int, Link]:
    """For rows that match no open record: closed ones with the same name and birth, so that no child who died or left is entered anew."""
    named = {row.number: (fold(row.text("full_name")), row.birth.day) for row in rows if row.birth is not None}
    closed = register.closed_alike(named.values())
    return {
        number: Link(candidates=tuple(_known(child) for child in closed[key][:SHOWN]), why="Hồ sơ này đã đóng.")
        for number, key in named.items()
        if key in closed
    }  # fmt: skip


def _judged(answer: tuple[SameChild, ...], children: dict[int, KnownChild]) -> Link:
    """One sure answer joins; several, or an unsure one, are candidates for a person (twins differ by name alone)."""
    known = [same for same in answer if same.child_id in children]
    sure = [same for same in known if same.verdict == "link"]
    if len(sure) == 1:
        return Link(child=children[sure[0].child_id], why=_sentence(sure[0].why))
    return Link(candidates=tuple(children[same.child_id] for same in known), why=_sentence(known[0].why) if known else "")


def _sentence(why: Sequence[str]) -> str:
    """The matcher's grounds as one sentence."""
    return f"{'; '.join(part.rstrip('. ') for part in why)}." if why else ""


def _with_latest(found: dict[int, Link]) -> dict[int, Link]:
    """The links with the newest day of each kind of fact the register has of the child: older facts of a list are told."""
    newest = register.newest_facts({link.child.child_id for link in found.values() if link.child})
    return {number: linking.with_latest(link, newest) for number, link in found.items()}


def _known(child: Child) -> KnownChild:
    return KnownChild(
        child_id=child.pk, code=child.code, birth=Birth(child.birth_date, Precision(child.birth_precision)), full_name=child.full_name,
        sex=Sex(child.sex), unit_id=child.lives_in_id, closed_on=child.closed_on, household_id=child.household_id,
    )  # fmt: skip


def kept(child_ids: Mapping[int, int | None]) -> dict[int, Link]:
    """The links of rows as they were checked and kept: row number → child."""
    children = {child.pk: _known(child) for child in objects(register.by_ids({pk for pk in child_ids.values() if pk}))}
    return {number: Link(child=children[pk]) for number, pk in child_ids.items() if pk in children}


def codes_of(rows: Iterable[ReadRow]) -> set[str]:
    """The record codes the rows name."""
    return {code for row in rows if (code := linking.code_of(row))}

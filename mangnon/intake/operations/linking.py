"""Whom of the register the rows of a list speak of: by the record's code, by the personal number, else by everything known of the child.

A name alone never joins: without number and code the matcher of the port decides, and what it is not sure of is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake.ports import matcher
from mangnon.intake.records import Context, KnownChild, Link, ReadRow
from mangnon.intake.rules import agreeing, linking, reading
from mangnon.intake.vocabulary import Kind
from mangnon.lib.fetching import objects
from mangnon.lib.vietnamese import fold
from mangnon.register import queries as register
from mangnon.register.records import Birth, SameChild
from mangnon.register.rules import is_child
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
    found = _named(rows, context, by_number=True, on=on)
    asked = [row for row in rows if row.number not in found and linking.enough_to_find(row)]
    found |= _plain(asked, _matched(asked, context, on=on), context)
    found |= _namesakes([row for row in asked if not found[row.number].child and not found[row.number].candidates], context)
    found = {number: linking.within(link, covers) for number, link in found.items()}
    return _with_latest(found)


def _doubles(rows: Sequence[ReadRow], context: Context, *, by: Actor, on: date) -> dict[int, Link]:
    """For rows that would make new children: the child somebody chose, else those of the register that are alike (verdict by the matcher).

    Rows the register knows by number or to the letter are left alone: entering finds them.
    """
    covers = policies.scope(by, Permission.IMPORT_LISTS).covers
    found = _named(rows, context, by_number=False, on=on)
    left = [
        row for row in rows
        if row.number not in found and linking.enough_to_find(row) and not agreeing.holds(row, context.holders.get(linking.number_of(row)))
    ]  # fmt: skip
    keys = {row.number: reading.identity_key(row, context) for row in left}
    known = register.known_identities(keys.values())
    asked = [row for row in left if keys[row.number] not in known]
    matched = _matched(asked, context, on=on)
    alike = {row.number: linking.unless_it_changes(row, matched[row.number]) for row in asked}
    found |= {number: link for number, link in alike.items() if link.child or link.candidates}
    return {number: linking.within(link, covers) for number, link in found.items()}


def _named(rows: Sequence[ReadRow], context: Context, *, by_number: bool, on: date) -> dict[int, Link]:
    """The links of rows that say themselves whom they speak of, by code or number or as new. Records with the very name and birth of the
    row stand beside what it says, unless a person has chosen.
    """
    codes = {child.code: _known(child) for child in register.by_codes(codes_of(rows))}
    numbers = (linking.number_of(row) for row in rows) if by_number else ()
    holders = {number: _known(child) for number, child in register.number_holders(filter(None, numbers)).items()}
    found = {row.number: link for row in rows if (link := linking.named(row, codes, holders)) is not None}
    unsure = [row for row in rows if row.number in found and not linking.is_certain(row, found[row.number])]
    alike = _matched(unsure, context, on=on, by_number=False)
    for row in unsure:
        link, other = found[row.number], alike[row.number]
        others = (other.child, *other.candidates) if other.child else other.candidates
        found[row.number] = replace(link, candidates=others, why=other.why) if link.new else linking.beside(row, link, others)
    return found


def _plain(rows: Sequence[ReadRow], found: Mapping[int, Link], context: Context) -> dict[int, Link]:
    """The links, with the child where one namesake is among the candidates and name, birth and home tell that it is the one."""
    namesakes = {
        row.number: [child for child in found[row.number].candidates if fold(child.full_name) == fold(row.text("full_name"))]
        for row in rows if found[row.number].candidates
    }  # fmt: skip
    alone = {number: children[0] for number, children in namesakes.items() if len(children) == 1}
    about = {one.child_id: one for one in register.linkage_rows_now({child.child_id for child in alone.values()})} if alone else {}
    closes = context.layout is not None and context.layout.code in linking.CLOSING
    own = dict(found)
    for row in rows:
        child = alone.get(row.number)
        if child is None or child.child_id not in about:
            continue
        home = reading.home_of(row, context) or context.commune_id
        if agreeing.is_plainly(row, child, about[child.child_id], home=home, closes=closes):
            own[row.number] = Link(child=child, why="Đúng họ tên, ngày sinh và nơi ở; không có hồ sơ nào khác như vậy.")
    return own


def _namesakes(rows: Sequence[ReadRow], context: Context) -> dict[int, Link]:
    """For rows like which the matcher finds nobody: children of the commune with the same name, those of nearly the same birth first."""
    wanted = [row for row in rows if row.birth and is_child(born=row.birth.day, on=context.on)]
    if not wanted or context.commune_id is None:
        return {}
    named = register.named_in({fold(row.text("full_name")) for row in wanted}, unit_id=context.commune_id)
    found: dict[int, Link] = {}
    for row in wanted:
        same = [_known(child) for child in named.get(fold(row.text("full_name")), ())]
        near = [child for child in same if agreeing.is_near(row, child)]
        if near or 0 < len(same) <= SHOWN:
            why = "Cùng họ tên, cùng xã, phường." if near else "Cùng họ tên, cùng xã, phường, khác ngày sinh."
            found[row.number] = Link(candidates=tuple((near or same)[:SHOWN]), why=why)
    return found


def _matched(rows: Sequence[ReadRow], context: Context, *, on: date, by_number: bool = True) -> dict[int, Link]:
    """What the matcher says of rows; not `by_number`: as if they had none, when it may be another child's."""
    if not rows:
        return {}
    people = [reading.described(row, context) for row in rows]
    answers = matcher()(people if by_number else [person._replace(personal_number="") for person in people], on=on)
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

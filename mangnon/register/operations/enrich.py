"""Adding facts to children the register knows: school, vaccines, cards, help, standing, moves, deaths. Twice changes nothing."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.register import models, rules
from mangnon.register.operations import sources
from mangnon.register.operations.facts import KEEPERS, Keeper, Page
from mangnon.register.operations.subjects import subject
from mangnon.register.records import Enriched, Enrichment, MoveRecord, Source
from mangnon.register.vocabulary.people import Outcome

CHUNK = 20_000  # rows held in memory at once


@transaction.atomic
def enrich_many(*, items: Sequence[Enrichment], source: Source, by: Actor, at: datetime) -> list[Enriched]:
    """Write the facts of many rows, each about a child that is known; the answer has one entry per row, in order.

    A fact that stands already changes nothing; one that is older than what the register knows is passed over. Whoever brings the lists of
    the child's commune may write; a move may also be written by the commune the child comes to. Raises NotAllowed.
    """
    row = sources.row_for(source, by=by, at=at)
    enriched: list[Enriched] = []
    for chunk in _chunks(items):
        enriched += _enrich(chunk, row=row, by=by, at=at)
    return enriched


def _enrich(items: list[Enrichment], *, row: models.Source, by: Actor, at: datetime) -> list[Enriched]:
    page = Page({item.child_id for item in items}, row, at=at, by_label=by.label)
    _check_may_enrich(items, page, by)
    codes = institutions.codes({child.lives_in_id for child in page.children.values()})
    kinds = dict.fromkeys(type(fact) for item in items for fact in item.facts)
    keepers: dict[type, Keeper[Any]] = {kind: KEEPERS[kind](page) for kind in kinds}
    enriched = []
    for item in items:
        child = page.children[item.child_id]
        changed = [keepers[type(fact)].name for fact in item.facts if keepers[type(fact)].apply(child, fact, item.row)]
        outcome = Outcome.CHANGED if changed else Outcome.UNCHANGED
        enriched.append(Enriched(child.pk, outcome, tuple(dict.fromkeys(changed))))
    for keeper in keepers.values():
        keeper.write()
    page.write()
    _note(enriched, page, codes, by=by, at=at)
    return enriched


def _check_may_enrich(items: list[Enrichment], page: Page, by: Actor) -> None:
    """Who brings the lists of a place, or keeps its register, may add to its children."""
    scopes = [policies.scope(by, permission) for permission in (Permission.IMPORT_LISTS, Permission.EDIT_CHILDREN)]
    if any(scope.everything for scope in scopes):
        return
    for item in items:
        homes = {page.children[item.child_id].lives_in_id}
        homes |= {fact.to.unit_id for fact in item.facts if isinstance(fact, MoveRecord) and fact.to.unit_id}
        if not any(scope.covers(home) for scope in scopes for home in homes):
            policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=page.children[item.child_id].lives_in_id)


def _note(enriched: list[Enriched], page: Page, codes: dict[int, str], *, by: Actor, at: datetime) -> None:
    by_kinds: dict[tuple[str, ...], list[int]] = {}
    for one in enriched:
        if one.changed:
            by_kinds.setdefault(one.changed, []).append(one.child_id)
    for changed, ids in by_kinds.items():
        subjects = [subject(pk, rules.child_code(pk), codes.get(page.children[pk].lives_in_id, "")) for pk in dict.fromkeys(ids)]
        details = {"source": page.source.reference, "facts": list(changed)}
        audit.record_many(act=Act.CHILD_AMENDED, subjects=subjects, by=by, at=at, details=details)


def _chunks(items: Sequence[Enrichment]) -> Iterator[list[Enrichment]]:
    left = iter(items)
    while chunk := list(islice(left, CHUNK)):
        yield chunk

"""Steps in the life of personal numbers: none → pending → unverified → verified, mismatch, cancelled. History is kept."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib import calendar
from mangnon.lib.copying import write_changed, write_new
from mangnon.register import models
from mangnon.register.operations import sources
from mangnon.register.operations.subjects import subject
from mangnon.register.records import IdentifierItem, Source


@transaction.atomic
def record_identifiers(*, items: Sequence[IdentifierItem], source: Source, by: Actor, at: datetime) -> int:
    """Record a step for each child; how many changed. A step that says what stands already changes nothing."""
    day = calendar.day_of(at)
    ids = [item.child_id for item in items]
    row = sources.row_for(source, by=by, at=at)
    children = {child.pk: child for child in models.Child.objects.filter(pk__in=ids).select_related("lives_in").order_by("id")}
    stands = {i.child_id: i for i in models.Identifier.objects.filter(child__in=ids, valid__upper_inf=True).order_by("id")}
    closed, opened, changed = [], [], {}
    for item in items:
        child, now = children[item.child_id], stands.get(item.child_id)
        if now is not None and (now.value, now.state) == (item.value, item.state):
            continue
        child.identifier_state = item.state
        changed[child.pk] = child
        if now is not None and now.valid.lower is not None and now.valid.lower >= day:
            now.value, now.state, now.method, now.note = item.value, item.state, item.method, item.note
            closed.append(now)  # two steps on one day: the row history keeps the first
            continue
        if now is not None:
            now.valid = DateRange(now.valid.lower, day)
            closed.append(now)
        opened.append(
            models.Identifier(
                child_id=child.pk, value=item.value, state=item.state, method=item.method, note=item.note, valid=DateRange(day, None),
                source_id=row.pk,
            )
        )  # fmt: skip
    write_changed(models.Identifier, closed, ["valid", "value", "state", "method", "note"])
    write_new(models.Identifier, opened)
    write_changed(models.Child, list(changed.values()), ["identifier_state"])
    subjects = [subject(child.pk, child.code, child.lives_in.code) for child in changed.values()]
    audit.record_many(act=Act.IDENTIFIER_CHANGED, subjects=subjects, by=by, at=at, details={"source": row.reference})
    return len(changed)

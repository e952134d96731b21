"""Recording where a child is registered or lives from a day on."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib import calendar, vietnamese
from mangnon.lib.refusals import Refusal
from mangnon.register import models
from mangnon.register.operations import known, sources
from mangnon.register.operations.changes import Changes
from mangnon.register.operations.subjects import subject_of
from mangnon.register.records import ResidenceRecord, Source


class SamePlace(Refusal):
    """The child is recorded at this very place already."""


class MovedLater(Refusal):
    """The present residence began after the day given."""


@transaction.atomic
def move(*, child_id: int, to: ResidenceRecord, source: Source, by: Actor, at: datetime) -> models.Child:
    """Close the residence of this kind and open the new one from `to.since` (today if not given).

    The officer of the place the child leaves, or of the place it comes to, may write it.
    """
    child = models.Child.objects.select_for_update().get(pk=child_id)
    if to.unit_id is None or not policies.scope(by, Permission.EDIT_CHILDREN).covers(to.unit_id):
        policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=child.lives_in_id)
    facts = known.load([child_id])[child_id]
    day = to.since or calendar.day_of(at)
    stands = facts.residences.get(to.kind)
    if stands is not None and stands.valid.lower is not None and stands.valid.lower > day:
        raise MovedLater(
            f"{to.kind.label} đang ghi bắt đầu từ {vietnamese.short_date(stands.valid.lower)}, sau ngày vừa nhập. Xem lại ngày chuyển."
        )
    changes = Changes(sources.row_for(source, by=by, at=at), on=day)
    if not changes.move(to, facts):
        raise SamePlace(f"{to.kind.label} đã ghi đúng như vậy. Không có gì phải sửa.")
    changes.write()
    child.refresh_from_db()
    audit.record(act=Act.CHILD_MOVED, subject=subject_of(child), by=by, at=at, details={"kind": to.kind.value})
    return child

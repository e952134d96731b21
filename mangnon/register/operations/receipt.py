"""The receipt for a child that another commune of the city handed over."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.register import models
from mangnon.register.operations.subjects import subject_of


class ReceivedBefore(Refusal):
    """Somebody has written the receipt."""


@transaction.atomic
def receive_hand_over(*, hand_over_id: int, by: Actor, at: datetime) -> models.HandOver:
    """Say that the commune of arrival has the child in its care. Raises ReceivedBefore, NotAllowed."""
    sent = models.HandOver.objects.select_for_update().get(pk=hand_over_id)
    child = models.Child.objects.select_related("lives_in").get(pk=sent.child_id)
    policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=child.lives_in_id)
    if sent.received_at is not None:
        raise ReceivedBefore(f"{sent.received_by_label} đã ghi tiếp nhận trẻ này. Không phải ghi nữa.")
    sent.received_by_label, sent.received_at = by.label, at
    sent.save(update_fields=["received_by_label", "received_at"])
    audit.record(act=Act.CHILD_MOVED, subject=subject_of(child), by=by, at=at, details={"received": sent.pk})
    return sent

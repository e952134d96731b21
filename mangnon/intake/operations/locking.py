"""Holding a list while it changes."""

from mangnon.intake.models import Batch


def locked(batch_id: int) -> Batch:
    """The list with its commune, locked until the caller's transaction ends."""
    return Batch.objects.select_for_update(of=("self",)).select_related("commune").get(pk=batch_id)

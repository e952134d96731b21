"""Taking a list back before anything of it is in the register."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake.models import Batch, Row
from mangnon.intake.operations.locking import locked
from mangnon.intake.operations.receive import subject_of
from mangnon.intake.vocabulary import BatchState, RowState
from mangnon.lib.refusals import Refusal


class AlreadyEntered(Refusal):
    """Rows of the list are in the register."""


@transaction.atomic
def withdraw(*, batch_id: int, by: Actor, at: datetime) -> Batch:
    """Take a list back: its file and rows stay readable, nothing of it is entered. Rows of earlier lists that it replaced wait again."""
    batch = locked(batch_id)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if not policies.scope(by, Permission.IMPORT_LISTS).everything:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=batch.commune_id)
    if batch.state not in {BatchState.READING, BatchState.MAPPING, BatchState.CHECKED}:
        raise AlreadyEntered(
            f"Danh sách số {batch.pk} {BatchState(batch.state).label.lower()} nên không rút được. "
            "Dòng nào sai, sửa ở hồ sơ của trẻ."
        )  # fmt: skip
    batch.state, batch.step_at = BatchState.WITHDRAWN, at
    batch.save(update_fields=["state", "step_at"])
    replaced = Row.objects.filter(pk__in=batch.rows.filter(earlier__state=RowState.REPLACED).values("earlier"))
    reopened = replaced.update(state=RowState.MUST_FIX)
    audit.record(act=Act.BATCH_WITHDRAWN, subject=subject_of(batch), by=by, at=at, details={"rows": batch.row_count, "reopened": reopened})
    return batch

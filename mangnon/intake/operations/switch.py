"""Sending a list anew as the kind its titles speak of: the list that stands is taken back, its file is received under the other kind."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.documents import queries as documents
from mangnon.intake.operations.locking import locked
from mangnon.intake.operations.receive import Received, hand_in
from mangnon.intake.operations.withdraw import withdraw
from mangnon.intake.vocabulary import BatchState
from mangnon.lib.refusals import Refusal


class NothingLikelier(Refusal):
    """The titles of the list speak of no other kind."""


@transaction.atomic
def switch_format(*, batch_id: int, by: Actor, at: datetime) -> Received:
    """Take a list back and receive its file as the kind its titles fit far better. Raises NothingLikelier, AlreadyEntered."""
    batch = locked(batch_id)
    if not batch.likelier:
        raise NothingLikelier(f"Danh sách số {batch.pk} không giống mẫu nào khác. Chọn lại loại danh sách rồi gửi tệp.")
    if batch.state != BatchState.FAILED:
        withdraw(batch_id=batch.pk, by=by, at=at)
    content = bytes(documents.stored_file(batch.file_id).content)
    return hand_in(content=content, name=batch.file_name, format_code=batch.likelier, commune_id=batch.commune_id, by=by, at=at)

"""Taking in a file: kept as it came, and put down as a list to be read. Reading it is `read`; nothing enters the register yet."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.intake import formats
from mangnon.intake.models import Batch
from mangnon.intake.vocabulary import BatchState
from mangnon.lib import later
from mangnon.lib.refusals import Refusal

MEDIA_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroenabled.12",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
}
READ = "intake.read"  # the job that reads a list
ENROL = "intake.enrol"  # the job that enters the right rows


class NoCommune(Refusal):
    """The list must belong to a commune: the actor has one, or names it."""


class Received(NamedTuple):
    """The list a file became. `again`: these very bytes are a list of this sender already, and that one is meant."""

    batch: Batch
    again: bool = False


@transaction.atomic
def receive(*, content: bytes, name: str, format_code: str, commune_id: int | None, by: Actor, at: datetime) -> Received:
    """Keep the file and put it down as a list to be read. The same bytes from the same sender are the list that stands already.

    Raises formats.UnknownFormat, NoCommune, policies.NotAllowed, and what keeping a file raises.
    """
    layout = formats.named(format_code)
    commune_id = whose(commune_id, by)
    sender = sender_of(commune_id, by)
    same = Batch.objects.filter(file__sha256=hashlib.sha256(content).hexdigest(), format_code=layout.code, sender=sender).order_by("-id")
    known = same.exclude(state__in=[BatchState.FAILED, BatchState.WITHDRAWN]).select_related("commune").first()
    if known is not None:
        return Received(known, again=True)
    file = documents.store(content=content, name=name, media_type=_media_type(name), by=by, at=at)
    batch = Batch.objects.create(
        format_code=layout.code, file=file, file_name=name[-255:], commune_id=commune_id, sender=sender, state=BatchState.READING,
        heading_row=0, received_by=by.id, received_by_label=by.label, received_at=at, stage_at=at, step_at=at, repeats=same.first(),
    )  # fmt: skip
    audit.record(act=Act.BATCH_RECEIVED, subject=subject_of(batch), by=by, at=at, details={"sha256": file.sha256, "size": file.size})
    return Received(batch)


@transaction.atomic
def hand_in(*, content: bytes, name: str, format_code: str, commune_id: int | None, by: Actor, at: datetime) -> Received:
    """Receive a file that is read later, outside the request."""
    received = receive(content=content, name=name, format_code=format_code, commune_id=commune_id, by=by, at=at)
    if received.batch.state == BatchState.READING:
        later.run(READ, once=f"batch:{received.batch.pk}", batch=received.batch.pk)
    return received


def subject_of(batch: Batch) -> Subject:
    """A list in the log."""
    code = batch.commune.code if batch.commune else ""
    return Subject(kind="batch", id=str(batch.pk), label=f"Danh sách số {batch.pk}", unit_code=code)


def sender_of(commune_id: int | None, by: Actor) -> str:
    """Whose list it is: the commune's, else the agency's of who brings it."""
    if commune_id:
        return f"unit:{commune_id}"
    return f"agency:{by.main_duty.agency_id}" if by.main_duty else "agency:0"


def whose(commune_id: int | None, by: Actor) -> int | None:
    """The commune of the list: the one named, else the only one the actor works for; the city may send a list of many communes."""
    scope = policies.scope(by, Permission.IMPORT_LISTS)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if commune_id is None:
        if scope.everything:
            return None
        if len(scope.unit_ids) != 1:
            raise NoCommune("Bạn làm việc ở nhiều xã, phường. Chọn xã, phường của danh sách này rồi gửi lại.")
        (commune_id,) = scope.unit_ids
    policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=commune_id)
    return commune_id


def _media_type(name: str) -> str:
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return MEDIA_TYPES.get(ending, "application/octet-stream")

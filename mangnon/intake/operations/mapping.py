"""Saying once what the columns of a sender's list are; the answer is remembered for its later lists until it is revoked."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.intake import formats, queries
from mangnon.intake.models import Batch, SenderLayout
from mangnon.intake.operations.locking import locked
from mangnon.intake.operations.receive import READ, subject_of
from mangnon.intake.rules.heading import absent
from mangnon.intake.vocabulary import BatchState
from mangnon.lib import later, legacy_text
from mangnon.lib.refusals import Refusal


class NothingAsked(Refusal):
    """The list does not wait for this answer."""


class ColumnTwice(Refusal):
    """Two columns of the file were said to be one of ours."""


class ColumnMissing(Refusal):
    """A column the list cannot do without was given to none of the file's."""


class NothingLeft(Refusal):
    """The only table of a file cannot be left out."""


class NoSuchLayout(Refusal):
    """No such remembered answer where the actor may decide."""


@transaction.atomic
def decide_mapping(
    *, batch_id: int, columns: Mapping[int, str], encodings: Mapping[str, str], by: Actor, at: datetime, wait: bool = False,
    left_out: bool = False,
) -> Batch:  # fmt: skip
    """Say which of our columns each column of the file is (place → field, "" not used) and how doubtful ones were typed, or that the table
    asked about is no list of children (`left_out`); then the file is read, or the next question asked.

    With `wait` the caller reads the list itself. Raises NothingAsked, ColumnTwice, ColumnMissing.
    """
    batch = locked(batch_id)
    _check_may(batch, by)
    if batch.state != BatchState.MAPPING:
        raise NothingAsked(f"Danh sách số {batch.pk} không chờ khớp cột nữa.")
    block, layout = queries.asked_block(batch), formats.named(batch.format_code)
    places = {name: place for name, place in block.places.items() if place < len(block.titles) and layout.has(name)}
    if left_out:
        if not batch.asked.get("may_leave_out"):
            raise NothingLeft("Tệp không còn bảng nào khác. Chọn các cột, hoặc rút danh sách này.")
        places = {}
    elif "columns" in batch.asked:
        places = _places(columns, layout)
    known = {name: one for name, one in encodings.items() if one in legacy_text.ENCODINGS and one != legacy_text.UNICODE}
    typed = {name: one for name, one in ({**block.encodings} | known).items() if name == "*" or name in places}
    batch.state, batch.asked, batch.attempts = BatchState.READING, {}, 0
    batch.save()
    layouts = SenderLayout.objects.filter(sender=batch.sender, format_code=batch.format_code, signature=block.signature)
    layouts.filter(revoked_at__isnull=True).update(revoked_at=at)
    SenderLayout.objects.create(
        sender=batch.sender, format_code=batch.format_code, signature=block.signature, titles=list(block.titles), places=places,
        encodings=typed, decided_by_label=by.label, decided_at=at,
    )  # fmt: skip
    audit.record(act=Act.COLUMNS_MAPPED, subject=subject_of(batch), by=by, at=at, details={"columns": sorted(places)})
    if not wait:
        later.run(READ, once=f"batch:{batch.pk}", batch=batch.pk)
    return batch


@transaction.atomic
def revoke_mapping(*, layout_id: int, by: Actor, at: datetime) -> SenderLayout:
    """Forget an answer about columns: the next list with these titles is asked about again. Lists read with it stay as they are."""
    found = SenderLayout.objects.select_for_update().filter(pk=layout_id, revoked_at__isnull=True).first()
    if found is None:
        raise NoSuchLayout("Cách khớp cột này đã bỏ rồi.")
    kind, _, key = found.sender.partition(":")
    policies.check_may(by, Permission.IMPORT_LISTS)
    if not policies.scope(by, Permission.IMPORT_LISTS).everything:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=int(key) if kind == "unit" else None)
    found.revoked_at = at
    found.save(update_fields=["revoked_at"])
    subject = Subject(kind="sender_layout", id=str(found.pk), label=f"Cách khớp cột số {found.pk}")
    audit.record(act=Act.MAPPING_REVOKED, subject=subject, by=by, at=at)
    return found


def _places(columns: Mapping[int, str], layout: formats.Format) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, field in sorted(columns.items()):
        if not field:
            continue
        if field in places:
            raise ColumnTwice(f"Hai cột của tệp cùng được chọn là “{layout.column(field).title}”. Giữ một cột, cột kia chọn “Không dùng”.")
        if not layout.has(field):
            raise ColumnMissing(f"Mẫu {layout.title} không có cột {field}.")
        places[field] = place
    missing = [column.title for column in absent(places, layout.columns)]
    if missing:
        raise ColumnMissing(f"Chưa có cột nào là “{'”, “'.join(missing)}”. Chọn cột đó, vì thiếu thì không ghi được dòng nào.")
    return places


def _check_may(batch: Batch, by: Actor) -> None:
    policies.check_may(by, Permission.IMPORT_LISTS)
    if not policies.scope(by, Permission.IMPORT_LISTS).everything:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=batch.commune_id)

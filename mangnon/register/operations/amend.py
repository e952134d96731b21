"""Correcting what the register says of a child, and closing a record. The row history keeps what stood before."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib import vietnamese
from mangnon.lib.refusals import Refusal
from mangnon.register import models, rules
from mangnon.register.operations.subjects import subject_of
from mangnon.register.records import Birth, CarerRecord
from mangnon.register.vocabulary.people import CarerRole, ClosingReason, Precision, SchoolLevel, SchoolState, Sex


class NothingChanged(Refusal):
    """The correction says what stands already."""


class AlreadyClosed(Refusal):
    """The record was closed before."""


@dataclass(frozen=True)
class Correction:
    """What a child's record should say. None leaves a value as it is."""

    full_name: str | None = None
    birth: Birth | None = None
    sex: Sex | None = None
    ethnicity: str | None = None
    school_level: SchoolLevel | str | None = None
    school_state: SchoolState | str | None = None
    note: str | None = None


@transaction.atomic
def amend(*, child_id: int, correction: Correction, by: Actor, at: datetime) -> models.Child:
    """Correct the child's own attributes. Residence, number and circumstances have their own operations."""
    child = models.Child.objects.select_for_update().get(pk=child_id)
    policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=child.lives_in_id)
    changed = _write(child, correction)
    if not changed:
        raise NothingChanged("Chưa có gì khác với hồ sơ. Sửa ít nhất một ô rồi ghi lại.")
    carers = [
        CarerRecord(CarerRole(relation.role), relation.carer.full_name)
        for relation in child.relations.filter(valid__upper_inf=True).select_related("carer").order_by("id")
    ]
    child.name_key, child.sort_key = vietnamese.fold(child.full_name), vietnamese.person_sort_key(child.full_name)
    child.search_words = rules.search_words(child.full_name, carers)
    birth = Birth(child.birth_date, Precision(child.birth_precision))
    child.identity_key = rules.identity_key(full_name=child.full_name, birth=birth, carers=carers, unit_id=child.lives_in_id)
    child.save()
    audit.record(act=Act.CHILD_AMENDED, subject=subject_of(child), by=by, at=at, details={"fields": changed})
    return child


@transaction.atomic
def close(*, child_id: int, on: date, reason: ClosingReason, by: Actor, at: datetime) -> models.Child:
    """Close a record: the child died, left the city, or was entered by mistake. It stays readable and is counted no more."""
    child = models.Child.objects.select_for_update().get(pk=child_id)
    policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=child.lives_in_id)
    if child.closed_on:
        raise AlreadyClosed(f"Hồ sơ {child.code} đã đóng ngày {vietnamese.short_date(child.closed_on)}.")
    child.closed_on, child.closed_reason = on, reason
    child.save(update_fields=["closed_on", "closed_reason"])
    audit.record(act=Act.CHILD_AMENDED, subject=subject_of(child), by=by, at=at, details={"closed": reason.value})
    return child


def _write(child: models.Child, correction: Correction) -> list[str]:
    wanted: dict[str, object] = {
        "full_name": vietnamese.clean(correction.full_name) if correction.full_name else None,
        "birth_date": correction.birth.day if correction.birth else None,
        "birth_precision": correction.birth.precision.value if correction.birth else None,
        "sex": correction.sex.value if correction.sex else None,
        "ethnicity": correction.ethnicity,
        "school_level": correction.school_level,
        "school_state": correction.school_state,
        "note": correction.note,
    }
    changed = [name for name, value in wanted.items() if value is not None and getattr(child, name) != value]
    for name in changed:
        setattr(child, name, wanted[name])
    return changed

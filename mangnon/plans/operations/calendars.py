"""Days the State moved, written down with their paper."""

from datetime import date, datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies
from mangnon.plans.models import DayOverride


class NoDocument(Refusal):
    """A day is moved by a paper; without its number it is a rumour."""


@transaction.atomic
def override_day(*, day: date, working: bool, name: str, document: str, by: Who, at: datetime) -> DayOverride:
    """Say that offices work, or do not, on a day, by which paper. The last word on a day holds; earlier ones stay readable."""
    policies.check_can_adopt(by)
    if not document.strip():
        raise NoDocument("Chưa ghi văn bản. Ghi số và ngày, ví dụ “12729/VPCP-KGVX ngày 25/12/2025”.")
    row = DayOverride.objects.create(
        day=day, working=working, name=name.strip() or ("Ngày làm việc" if working else "Ngày nghỉ"), document=document.strip(),
        written_by=by.id, written_at=at,
    )  # fmt: skip
    audit.record(
        act=Act.DAY_OVERRIDDEN, subject=Subject("day", day.isoformat(), f"Ngày {day:%d/%m/%Y}"), by=by, at=at,
        details={"working": working, "document": row.document},
    )  # fmt: skip
    return row

"""The row a fact points to: which list, visit or paper it was written from."""

from datetime import datetime

from mangnon.audit.records import Who
from mangnon.register import models
from mangnon.register.records import Source


def row_for(source: Source, *, by: Who, at: datetime) -> models.Source:
    """The stored source with this kind and reference, entered now if it is new."""
    row, _ = models.Source.objects.get_or_create(
        kind=source.kind, reference=source.reference,
        defaults={"label": source.label, "recorded_by": by.id, "recorded_by_label": by.label, "recorded_at": at},
    )  # fmt: skip
    return row

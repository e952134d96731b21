"""Writing to the log."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from mangnon.audit.models import Event
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.copying import write_facts


def record(*, act: Act, subject: Subject, by: Who, at: datetime, details: Mapping[str, object] | None = None) -> None:
    """Append one event inside the caller's transaction. `details` holds field names, counts and codes, never a person's data."""
    record_many(act=act, subjects=[subject], by=by, at=at, details=details)


def record_many(*, act: Act, subjects: Iterable[Subject], by: Who, at: datetime, details: Mapping[str, object] | None = None) -> None:
    """Append one event per subject, all alike but for the subject."""
    alike = {"at": at, "who_id": by.id, "who_label": by.label, "act": act, "details": dict(details or {})}
    write_facts(
        Event,
        [
            alike
            | {
                "subject_kind": subject.kind, "subject_id": subject.id, "subject_label": subject.label, "unit_code": subject.unit_code,
            }
            for subject in subjects
        ],
    )  # fmt: skip

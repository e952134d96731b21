"""Reading the log."""

from django.db.models import QuerySet

from mangnon.audit.models import Event


def history_of(*, kind: str, id: str) -> QuerySet[Event]:
    """Everything that happened to one subject, newest first."""
    return Event.objects.filter(subject_kind=kind, subject_id=id).order_by("-at", "-id")


def latest() -> QuerySet[Event]:
    """The whole log, newest first."""
    return Event.objects.order_by("-at", "-id")

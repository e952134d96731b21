"""Reading the log."""

from datetime import datetime

from django.db.models import QuerySet

from mangnon.audit.models import Event


def history_of(*, kind: str, id: str) -> QuerySet[Event]:
    """Everything that happened to one subject, newest first."""
    return Event.objects.filter(subject_kind=kind, subject_id=id).order_by("-at", "-id")


def latest() -> QuerySet[Event]:
    """The whole log, newest first."""
    return Event.objects.order_by("-at", "-id")


def search(
    *, who: str = "", act: str = "", unit_code: str = "", subject: str = "", since: datetime | None = None, until: datetime | None = None,
    before: int | None = None,
) -> QuerySet[Event]:  # fmt: skip
    """Events newest first, by who did it (user name), the act, the commune, the subject's code, the time; `before` = id to go on from."""
    found = Event.objects.order_by("-id")
    wanted = {
        "who_id": who, "act": act, "unit_code": unit_code, "subject_id": subject, "at__gte": since, "at__lt": until, "id__lt": before,
    }  # fmt: skip
    return found.filter(**{key: value for key, value in wanted.items() if value})

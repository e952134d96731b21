"""What agencies have said of duties, and who answers for them in person."""

from django.db.models import Prefetch, QuerySet

from mangnon.plans.models import Assignment, Evidence, Progress

_PIECES = Prefetch("evidence", queryset=Evidence.objects.order_by("id"))


def progress_of(task_id: int) -> QuerySet[Progress]:
    """The reports on one duty, newest first, with their agency and evidence."""
    return Progress.objects.filter(task_id=task_id).select_related("institution").prefetch_related(_PIECES).order_by("-on", "-id")


def evidence(pk: int) -> Evidence:
    """One piece of evidence with its report. Raises Evidence.DoesNotExist."""
    return Evidence.objects.select_related("progress__task__plan", "file").get(pk=pk)


def assignments_of(task_id: int) -> QuerySet[Assignment]:
    """Everybody who has answered for a duty, newest first."""
    return Assignment.objects.filter(task_id=task_id).select_related("user", "institution").order_by("-valid", "-id")

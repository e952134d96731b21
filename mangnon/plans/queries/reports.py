"""What agencies have said of duties, and who answers for them in person."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet

from mangnon.plans.models import Assignment, Evidence, Progress
from mangnon.plans.rules.progress import Said


def last_reports(task_ids: Iterable[int]) -> dict[int, list[Said]]:
    """Every report of progress by task, with the number of its evidence."""
    reports: dict[int, list[Said]] = defaultdict(list)
    rows = Progress.objects.filter(task_id__in=list(task_ids)).annotate(evidence_count=Count("evidence")).order_by("on", "id")
    for row in rows:
        reports[row.task_id].append(Said(row.institution_id, row.on, row.declared, row.percent, row.evidence_count))
    return reports


def progress_of(task_id: int) -> QuerySet[Progress]:
    """The reports on one duty, newest first, with their agency and evidence."""
    return Progress.objects.filter(task_id=task_id).select_related("institution").prefetch_related("evidence").order_by("-on", "-id")


def evidence(pk: int) -> Evidence:
    """One piece of evidence with its report. Raises Evidence.DoesNotExist."""
    return Evidence.objects.select_related("progress__task__plan", "file").get(pk=pk)


def running_assignments(task_ids: Iterable[int], *, on: date) -> dict[tuple[int, int], Assignment]:
    """Who answers on a day, by (task, institution)."""
    rows = Assignment.objects.filter(task_id__in=list(task_ids), valid__contains=on).select_related("user").order_by("id")
    return {(row.task_id, row.institution_id): row for row in rows}


def assignments_of(task_id: int) -> QuerySet[Assignment]:
    """Everybody who has answered for a duty, newest first."""
    return Assignment.objects.filter(task_id=task_id).select_related("user", "institution").order_by("-valid", "-id")

"""Who answers in person for a duty, how far it is, what proves it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from mangnon.plans.models.tasks import Task
from mangnon.plans.vocabulary import Declared, EvidenceKind


class Assignment(models.Model):
    """The person who answers for a duty in an agency, for a span of days: one at a time, the earlier ones kept (II.1.d of Plan 73)."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="assignments")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()
    given_by = models.CharField(max_length=150)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_person_answers_at_a_time",
                expressions=[("task", RangeOperators.EQUAL), ("institution", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            )
        ]

    class Privacy:
        open = ("task", "institution", "valid", "given_at")
        personal = ("user", "given_by")
        sensitive = ()


class Progress(models.Model):
    """What an agency says of a duty on a day. Rows are added, never changed; the last one of the running turn counts."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="progress")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    occurrence = models.ForeignKey("plans.Occurrence", null=True, blank=True, on_delete=models.PROTECT, related_name="progress")
    on = models.DateField()
    declared = models.CharField(max_length=10, choices=Declared.choices)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)  # since when the work is declared done without a break
    note = models.TextField(blank=True)
    reported_by = models.CharField(max_length=150)
    reported_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["task", "institution", "on"])]

    class Privacy:
        open = ("task", "institution", "occurrence", "on", "declared", "percent", "done_on", "reported_at")
        personal = ("note", "reported_by")
        sensitive = ()


class Evidence(models.Model):
    """One piece of evidence behind a report of progress: a document by its number, a stored file, a figure or record of the system."""

    progress = models.ForeignKey(Progress, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=10, choices=EvidenceKind.choices, default=EvidenceKind.DOCUMENT)
    words = models.CharField(max_length=300)
    link = models.CharField(max_length=300, blank=True)  # the page of a figure or record inside the system
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        open = ("progress", "kind", "words", "link", "file")
        personal = ()
        sensitive = ()

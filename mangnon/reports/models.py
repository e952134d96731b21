"""Periods, who owes what, reports and every version that was handed in, what came back with it."""

import pgtrigger
from django.db import models

from mangnon.reports.vocabulary import ReportKind, ReportState


class Period(models.Model):
    """One year of reporting on one plan: its days and who gathers."""

    # Identification
    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    # Facts
    closing_on = models.DateField()  # figures are of this day
    due_before = models.DateField()  # the last day is the one before
    legal_basis = models.CharField(max_length=300)
    receiver = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    # Provenance
    opened_by = models.CharField(max_length=150)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "year"], name="one_period_per_plan_year")]

    class Privacy:
        open = ("plan", "year", "closing_on", "due_before", "legal_basis", "receiver", "opened_at")
        personal = ("opened_by",)
        sensitive = ()


class Requirement(models.Model):
    """An institution owes a report in a period."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="requirements")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    passed_to = models.ForeignKey(  # who owes it since an act of reorganisation
        "institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "institution"], name="one_requirement_per_institution")]

    class Privacy:
        open = ("period", "institution", "passed_to")
        personal = ()
        sensitive = ()


class Report(models.Model):
    """One report being written, handed in, sent back, accepted. The city's was gathered at an instant from a run and contributions."""

    # Identification
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=ReportKind.choices, default=ReportKind.UNIT)
    # Facts
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    texts = models.JSONField(default=dict)  # code of section → what is written so far
    typed = models.JSONField(default=dict)  # code of indicator → {"value": int, "reason": str}
    run = models.ForeignKey("indicators.Run", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # of the city
    gathered_at = models.DateTimeField(null=True, blank=True)  # of the city
    number = models.PositiveIntegerField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    document = models.ForeignKey("documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # once numbered
    # Provenance
    revision = models.PositiveIntegerField(default=0)  # rises with every write, so that two writers notice each other
    changed_by = models.CharField(max_length=150)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period", "institution", "kind"], name="one_report_per_institution_kind"),
            models.CheckConstraint(
                condition=models.Q(number__isnull=True, issued_on__isnull=True) | models.Q(number__isnull=False, issued_on__isnull=False),
                name="number_and_day_of_issue_together",
            ),
        ]

    class Privacy:
        open = ("period", "institution", "kind", "state", "run", "gathered_at", "number", "issued_on", "document", "revision", "changed_at")
        personal = ("texts", "typed", "signer", "changed_by")
        sensitive = ()


class Version(models.Model):
    """A report as handed in, figures and all: never changed."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    ordinal = models.PositiveSmallIntegerField()
    content = models.JSONField()  # records.Content as plain data
    sha256 = models.CharField(max_length=64)  # of the content
    submitted_by = models.CharField(max_length=150)
    submitted_by_label = models.CharField(max_length=200)
    submitted_at = models.DateTimeField()

    class Meta:
        ordering = ["ordinal"]
        constraints = [models.UniqueConstraint(fields=["report", "ordinal"], name="one_version_per_ordinal")]
        triggers = [pgtrigger.Protect(name="frozen_version", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        open = ("report", "ordinal", "sha256", "submitted_at")
        personal = ("content", "submitted_by", "submitted_by_label")
        sensitive = ()


class Review(models.Model):
    """What the gathering agency said of a version: accepted, or returned with a reason."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="review")
    state = models.CharField(max_length=10, choices=[(s.value, s.label) for s in (ReportState.RETURNED, ReportState.ACCEPTED)])
    reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=150)
    decided_by_label = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Privacy:
        open = ("version", "state", "decided_at")
        personal = ("reason", "decided_by", "decided_by_label")
        sensitive = ()


class Comment(models.Model):
    """A remark on one section of a returned version."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="comments")
    section = models.CharField(max_length=40)
    text = models.TextField()

    class Meta:
        ordering = ["id"]

    class Privacy:
        open = ("review", "section")
        personal = ("text",)
        sensitive = ()


class Reminder(models.Model):
    """A unit was reminded of the report it owes."""

    requirement = models.ForeignKey(Requirement, on_delete=models.PROTECT, related_name="reminders")
    sent_by = models.CharField(max_length=150)
    sent_at = models.DateTimeField()

    class Privacy:
        open = ("requirement", "sent_at")
        personal = ("sent_by",)
        sensitive = ()


class Contribution(models.Model):
    """A section of a unit's report as material for the city's: chosen or not, in the words the specialist left."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="contributions")  # the city's
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    section = models.CharField(max_length=40)
    original = models.TextField()
    text = models.TextField()
    chosen = models.BooleanField(default=False)
    touched = models.BooleanField(default=False)  # the specialist has decided or edited: a new version does not overwrite it
    outdated = models.BooleanField(default=False)  # the unit has handed in a newer version since

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "institution", "section"], name="one_contribution_per_section")]

    class Privacy:
        open = ("report", "version", "institution", "section", "chosen", "touched", "outdated")
        personal = ("original", "text")
        sensitive = ()

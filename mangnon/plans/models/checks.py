"""Checks and reviews of the plan (I.2.c, IV.1.b), and how it was made known (quán triệt)."""

from django.db import models

from mangnon.plans.models.papers import Plan
from mangnon.plans.vocabulary import Audience, CheckKind, Spread


class PlanCheck(models.Model):
    """A check or review of one institution or of the whole city: what was found, what must be put right by when, what was done."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=12, choices=CheckKind.choices)
    institution = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    team = models.CharField(max_length=300)
    findings = models.TextField()
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    requirement = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)
    met_words = models.TextField(blank=True)
    met_file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    met_on = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Privacy:
        open = (
            "plan", "kind", "institution", "on", "findings", "file", "requirement", "due_on", "met_words", "met_file", "met_on",
            "recorded_at",
        )  # fmt: skip
        personal = ("team", "recorded_by")
        sensitive = ()


class Dissemination(models.Model):
    """One act of making the directive and its plan known: to whom, how, how many were reached, what proves it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="disseminations")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    audience = models.CharField(max_length=16, choices=Audience.choices)
    spread = models.CharField(max_length=12, choices=Spread.choices)
    reached = models.PositiveIntegerField()  # people
    evidence = models.CharField(max_length=300)
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["plan", "on"])]

    class Privacy:
        open = ("plan", "institution", "on", "audience", "spread", "reached", "evidence", "file", "recorded_at")
        personal = ("recorded_by",)
        sensitive = ()

"""Duties: what, one lead agency, by when, who co-ordinates."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from mangnon.plans.models.papers import Clause, Plan
from mangnon.plans.vocabulary import DueRule, TaskState


class Task(models.Model):
    """A duty: what, one lead agency, by when. The words of the paper never change; `lead` is the agency they meant on its day."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="tasks")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="subtasks")  # the duty it is a part of
    position = models.PositiveIntegerField()
    summary = models.TextField()
    state = models.CharField(max_length=10, choices=TaskState.choices, default=TaskState.DRAFT)
    lead_words = models.CharField(max_length=400, blank=True)
    lead = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40, blank=True)  # field of this duty, where an agency's duties went to several
    shared = models.BooleanField(default=False)  # every agency of `groups` must act; `lead` gathers
    groups = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    due_words = models.CharField(max_length=300, blank=True)
    due_rule = models.CharField(max_length=10, choices=DueRule.choices, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_month = models.PositiveSmallIntegerField(null=True, blank=True)
    due_day = models.PositiveSmallIntegerField(null=True, blank=True)
    evidence_needed = models.PositiveSmallIntegerField(default=1)
    note = models.TextField(blank=True)  # why it has no lead, why it was removed

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["state"])]

    class Privacy:
        open = (
            "plan", "clause", "parent", "position", "summary", "state", "lead_words", "lead", "function", "shared", "groups", "due_words",
            "due_rule", "due_on", "due_month", "due_day", "evidence_needed", "note",
        )  # fmt: skip
        personal = ()
        sensitive = ()


class TaskAgency(models.Model):
    """A co-ordinating agency in the words of the paper, with the institution they meant on its day, if one alone."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="coordinating")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=400)
    institution = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["position"]

    class Privacy:
        open = ("task", "position", "words", "institution")
        personal = ()
        sensitive = ()

"""Difficulties units meet in carrying out a plan, and the matter in which the city settles several of one kind together."""

from django.db import models

from mangnon.plans.models.papers import Plan
from mangnon.plans.models.tasks import Task
from mangnon.plans.vocabulary import DifficultyStep, MatterState, Outcome


class Matter(models.Model):
    """One obstacle, raised by one or many units: what the lead department proposes, at what cost, what the People's Committee decides."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="matters")
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=MatterState.choices, default=MatterState.WEIGHED)
    proposal = models.TextField(blank=True)
    cost = models.BigIntegerField(null=True, blank=True)  # whole đồng; nothing when it costs nothing or nobody knows
    cost_source = models.CharField(max_length=200, blank=True)
    opened_by = models.CharField(max_length=150)
    opened_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=150, blank=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    decision = models.TextField(blank=True)
    decision_document = models.CharField(max_length=200, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state"])]

    class Privacy:
        open = (
            "plan", "title", "state", "proposal", "cost", "cost_source", "opened_at", "proposed_at", "outcome", "decision",
            "decision_document", "decided_at",
        )  # fmt: skip
        personal = ("opened_by", "proposed_by", "decided_by")
        sensitive = ()


class Difficulty(models.Model):
    """What one unit meets in one duty, what it wishes; the lead's question back; when it was told the decision, when it read it."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="difficulties")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="difficulties")
    text = models.TextField()
    wish = models.TextField(blank=True)
    raised_by = models.CharField(max_length=150)
    raised_at = models.DateTimeField()
    question = models.TextField(blank=True)  # asked by the lead department; "" = none open
    asked_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    read_by = models.CharField(max_length=150, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["institution", "read_at"])]

    class Privacy:
        open = ("task", "institution", "matter", "text", "wish", "raised_at", "question", "asked_at", "told_at", "read_at")
        personal = ("raised_by", "read_by")
        sensitive = ()


class StepTerm(models.Model):
    """How many days a step of a difficulty may take from a day on, and the paper that says so, if one does. Rows are added only."""

    step = models.CharField(max_length=10, choices=DifficultyStep.choices)
    days = models.PositiveSmallIntegerField()
    since = models.DateField()
    document = models.CharField(max_length=200, blank=True)  # number and day, as printed
    set_by = models.CharField(max_length=150)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "since"], name="one_term_per_step_and_day")]

    class Privacy:
        open = ("step", "days", "since", "document", "set_at")
        personal = ("set_by",)
        sensitive = ()

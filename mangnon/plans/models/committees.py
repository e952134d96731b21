"""Steering committees and standing groups: members by office, field and area; meetings, their conclusions, the duties these become."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from mangnon.accounts.vocabulary import Field
from mangnon.plans.models.tasks import Task
from mangnon.plans.vocabulary import CommitteeKind, MeetingState, Part


class Committee(models.Model):
    """A body that steers work for children at the city or in a commune (II.6.b), from the decision that formed it on."""

    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=CommitteeKind.choices)
    name = models.CharField(max_length=300)
    decision = models.CharField(max_length=200)  # number and day of the paper, as printed
    rules = models.TextField(blank=True)  # operating rules in words, or where they stand
    rules_file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()
    ended_by = models.CharField(max_length=200, blank=True)  # number and day of the paper that ended it
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Privacy:
        open = ("institution", "kind", "name", "decision", "rules", "rules_file", "valid", "ended_by", "recorded_at")
        personal = ("recorded_by",)
        sensitive = ()


class Member(models.Model):
    """A seat: the office that holds it, the agency it comes from, the person if they have an account; the field and area it watches."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    part = models.CharField(max_length=10, choices=Part.choices)
    office = models.CharField(max_length=200)
    agency = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=20, choices=Field.choices, default=Field.ALL)
    area = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()

    class Privacy:
        open = ("committee", "part", "office", "agency", "field", "area", "valid")
        personal = ("user",)
        sensitive = ()


class Meeting(models.Model):
    """A meeting with its agenda, who came, the minutes."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(max_length=300)
    on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    agenda = models.TextField()  # one item a line
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.CALLED)
    minutes = models.TextField(blank=True)
    minutes_file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    present = models.ManyToManyField(Member, related_name="+")
    called_by = models.CharField(max_length=150)
    called_at = models.DateTimeField()
    held_by = models.CharField(max_length=150, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("committee", "title", "on", "place", "agenda", "state", "minutes_file", "called_at", "held_at")
        personal = ("minutes", "called_by", "held_by")
        sensitive = ()


class Conclusion(models.Model):
    """One conclusion of a meeting, and the duty it became."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="conclusions")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    task = models.OneToOneField(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="conclusion")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_conclusion_per_position")]

    class Privacy:
        open = ("meeting", "position", "text", "task")
        personal = ()
        sensitive = ()

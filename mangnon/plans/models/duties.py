"""Duties in time: occurrences with deadlines and state, how they got there, later deadlines asked for, reminders, fields of people."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from mangnon.plans.models.tasks import Task
from mangnon.plans.rules.deadlines import turn_in_words
from mangnon.plans.vocabulary import Declared, DutyState, ExtensionState, ReminderKind


class Occurrence(models.Model):
    """One run of a duty in one agency: this year's, this quarter's, or the only one. `first_due` is kept for ever.

    `alone`: one agency leads it, and it moves with that agency's succession; else every agency of a group has its own. Without an
    institution it waits for a decision. `declared`, `percent`, `evidence`, `said_on`, `done_on` repeat what the reports of progress say,
    so that a plan of thousands of duties is counted at once; only a report changes them, never an event or the calendar.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="occurrences")
    institution = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    alone = models.BooleanField(default=True)
    turn = models.CharField(max_length=10, blank=True)  # "2026", "2026-Q4", "2026-11"; "" for what is done once
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)  # last day of the turn
    first_due = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=DutyState.choices, default=DutyState.GIVEN)
    state_since = models.DateTimeField()
    declared = models.CharField(max_length=10, choices=Declared.choices, default=Declared.NOTHING)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    evidence = models.PositiveSmallIntegerField(default=0)
    said_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "turn", "institution"], name="one_run_per_agency"),
            models.UniqueConstraint(fields=["task", "turn"], condition=models.Q(alone=True), name="one_lead_at_a_time"),
        ]
        indexes = [
            models.Index(fields=["institution", "state"]),
            models.Index(fields=["state", "due"]),
            models.Index(fields=["alone", "ends_on"]),
        ]

    class Privacy:
        open = (
            "task", "institution", "alone", "turn", "starts_on", "ends_on", "first_due", "due", "state", "state_since", "declared",
            "percent", "evidence", "said_on", "done_on",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    @property
    def turn_words(self) -> str:
        """Its period in words: "năm 2026", "quý IV/2026"."""
        return turn_in_words(self.turn) or "một lần"


class Move(models.Model):
    """One step of an occurrence: from which state to which, or from which agency to which, by whom, why. Rows are only added."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="moves")
    event = models.CharField(max_length=15)
    before = models.CharField(max_length=10, choices=DutyState.choices)
    after = models.CharField(max_length=10, choices=DutyState.choices)
    from_institution = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_institution = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=60, blank=True)  # the act of reorganisation that caused it, as its room names it
    words = models.TextField(blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["reference"], condition=~models.Q(reference=""), name="moves_by_reference")]

    class Privacy:
        open = ("occurrence", "event", "before", "after", "from_institution", "to_institution", "reference", "at")
        personal = ("words", "by")
        sensitive = ()


class Extension(models.Model):
    """A request for a later deadline: why, until when, what was decided in which words."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="extensions")
    due_before = models.DateField()
    new_due = models.DateField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=ExtensionState.choices, default=ExtensionState.ASKED)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence"], condition=models.Q(state=ExtensionState.ASKED), name="one_request_waits_at_a_time"
            )
        ]

    class Privacy:
        open = ("occurrence", "due_before", "new_due", "state", "asked_at", "decided_at")
        personal = ("reason", "words", "asked_by", "decided_by")
        sensitive = ()


class Reminder(models.Model):
    """Somebody was reminded of a deadline: each kind once for each deadline of an occurrence, by hand as often as somebody does it."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=10, choices=ReminderKind.choices)
    due = models.DateField(null=True, blank=True)
    user = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    sent_by = models.CharField(max_length=150)
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["-sent_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence", "kind", "due"], condition=~models.Q(kind=ReminderKind.BY_HAND), name="each_reminder_once"
            )
        ]

    class Privacy:
        open = ("occurrence", "kind", "due", "sent_at")
        personal = ("user", "words", "sent_by")
        sensitive = ()


class Charge(models.Model):
    """Who answers in an agency for a field and a territory, for a span of days (II.1.d of Plan 73): new duties of the field go there."""

    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40, blank=True)  # "" every field
    territory = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()
    given_by = models.CharField(max_length=150)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_person_per_field_and_territory",
                expressions=[
                    ("institution", RangeOperators.EQUAL),
                    ("function", RangeOperators.EQUAL),
                    ("territory", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            )
        ]

    class Privacy:
        open = ("institution", "function", "territory", "valid", "given_at")
        personal = ("user", "given_by")
        sensitive = ()

"""Acts of reorganisation: the paper, its rows from → to, the institutions it makes, what followed it, what a person must still decide."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from mangnon.institutions.models.units import Institution, SuccessionDecision
from mangnon.institutions.vocabulary import ActState, ChangeKind, Function, Kind, Level, QuestionState, Share


class Reorganisation(models.Model):
    """One act (văn bản sắp xếp). Its rows may be changed until it is decided; once applied only another act undoes it."""

    # The paper
    number = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    issuer = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    on = models.DateField()  # the first day of the new arrangement; the change happens as this day begins
    state = models.CharField(max_length=10, choices=ActState.choices, default=ActState.DRAFT)
    restores = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")  # the act it undoes
    note = models.TextField(blank=True)
    # What was seen when it was decided
    preview = models.JSONField(default=dict, blank=True)  # counts by follower, for the page of the act; codes and numbers only
    # Provenance
    drafted_by = models.CharField(max_length=150)
    drafted_at = models.DateTimeField()
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["restores"], condition=models.Q(state__in=[ActState.DECIDED, ActState.APPLIED]), name="an_act_is_undone_once"
            )
        ]

    class Privacy:
        open = (
            "number",
            "title",
            "issuer",
            "issued_on",
            "on",
            "state",
            "restores",
            "note",
            "preview",
            "drafted_at",
            "decided_at",
            "applied_at",
        )
        personal = ("drafted_by", "decided_by")
        sensitive = ()


class Body(models.Model):
    """An institution the act makes; `institution` once the act is applied."""

    act = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="bodies")
    institution = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    type_label = models.CharField(max_length=60, blank=True)
    also = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    abbreviation = models.CharField(max_length=40, blank=True)
    parent_code = models.CharField(max_length=40, blank=True)
    functions = ArrayField(models.CharField(max_length=40, choices=Function.choices), default=list, blank=True)
    former_province_code = models.CharField(max_length=8, blank=True)
    area_km2 = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    seat = models.TextField(blank=True)
    reports_on_plan = models.BooleanField(default=False)
    citation = models.CharField(max_length=300, blank=True)
    verified = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["act", "kind", "code"], name="one_body_per_code_in_an_act")]

    class Privacy:
        open = (
            "act", "institution", "kind", "level", "code", "name", "type_label", "also", "abbreviation", "parent_code", "functions",
            "former_province_code", "area_km2", "population", "seat", "reports_on_plan", "citation", "verified", "note",
        )  # fmt: skip
        personal = ()
        sensitive = ()


class Change(models.Model):
    """One row of an act: this institution (or one field, one territory of it) goes there. Without a target it is abolished."""

    act = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    target_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.CASCADE, related_name="changes")
    origin = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # rows that restore
    function = models.CharField(max_length=40, blank=True, choices=Function.choices)
    territory = models.CharField(max_length=200, blank=True)  # in words, where the paper names a part: "khu vực 1, 2"
    share_area = models.CharField(max_length=8, choices=Share.choices, default=Share.WHOLE)
    share_population = models.CharField(max_length=8, choices=Share.choices, default=Share.WHOLE)
    citation = models.CharField(max_length=300, blank=True)  # of this row, where it differs from the act
    ended_by = models.CharField(max_length=300, blank=True)
    verified = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target=None) | models.Q(target_body=None), name="a_change_leads_to_one_place"
            )
        ]  # fmt: skip

    class Privacy:
        open = (
            "act", "position", "kind", "source", "target", "target_body", "origin", "function", "territory", "share_area",
            "share_population", "citation", "ended_by", "verified", "note",
        )  # fmt: skip
        personal = ()
        sensitive = ()


class FollowedRow(models.Model):
    """A row of another room that an act moved, and from where: what an undoing act brings back."""

    act = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="+")
    follower = models.CharField(max_length=20)
    row = models.BigIntegerField()
    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["act", "follower", "row"], name="followed_rows")]

    class Privacy:
        open = ("act", "follower", "row", "source")
        personal = ()
        sensitive = ()


class Question(models.Model):
    """Something an act left without one successor: what, how much, the choices, the suggestion with its reason; then the decision."""

    act = models.ForeignKey(Reorganisation, on_delete=models.PROTECT, related_name="questions")
    follower = models.CharField(max_length=20)  # whose things: accounts, register, plans …
    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40, blank=True, choices=Function.choices)
    matter = models.CharField(max_length=200, blank=True)  # as SuccessionDecision.matter
    label = models.CharField(max_length=300)
    things = models.PositiveIntegerField(default=1)
    choices = ArrayField(models.BigIntegerField(), default=list)  # keys of institutions
    suggested = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=400, blank=True)
    state = models.CharField(max_length=10, choices=QuestionState.choices, default=QuestionState.OPEN)
    decision = models.ForeignKey(SuccessionDecision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "source"], name="questions_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["follower", "source", "function", "matter"], condition=models.Q(state=QuestionState.OPEN),
                name="one_open_question_per_matter",
            )
        ]  # fmt: skip

    class Privacy:
        open = (
            "act", "follower", "source", "function", "matter", "label", "things", "choices", "suggested", "why", "state", "decision",
            "asked_at",
        )  # fmt: skip
        personal = ()
        sensitive = ()

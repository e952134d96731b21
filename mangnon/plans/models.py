"""Plans, their clauses as read and as corrected, duties, who co-ordinates, who answers in person, how far it is."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models

from mangnon.plans.vocabulary import Declared, DueRule, PlanState, TaskState


class Plan(models.Model):
    """A document whose clauses give duties. Draft: read, being corrected. Adopted: its duties run."""

    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    preamble = models.TextField(blank=True)
    signer_title = models.TextField(blank=True)
    foot = models.TextField(blank=True)
    horizon = models.DateField(null=True, blank=True)  # last day the plan runs to
    function = models.CharField(max_length=40, blank=True)  # field of duty it is about; what passes on when an agency is split
    focal_words = models.CharField(max_length=300, blank=True)  # who gathers the results (V.2 of Plan 73), as printed
    focal = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    read_by = models.CharField(max_length=150)
    read_at = models.DateTimeField()
    adopted_by = models.CharField(max_length=150, blank=True)
    adopted_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("document", "state", "preamble", "foot", "horizon", "function", "focal_words", "focal", "read_at", "adopted_at")
        personal = ("read_by", "adopted_by", "signer_title")
        sensitive = ()


class Citation(models.Model):
    """Another document the plan names: the directive or plan it carries out, programmes it refers to."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="citations")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=60)
    kind = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    words = models.TextField()

    class Meta:
        ordering = ["position"]

    class Privacy:
        open = ("plan", "position", "number", "kind", "issued_on", "issuer", "words")
        personal = ()
        sensitive = ()


class Clause(models.Model):
    """One piece of the paper. `title` and `text` may be corrected after a misreading; what the machine read stays beside them."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="clauses")
    address = models.CharField(max_length=60)
    level = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=40, blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    position = models.PositiveIntegerField()
    read_title = models.TextField(blank=True)
    read_text = models.TextField(blank=True)
    corrected_by = models.CharField(max_length=150, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "address"], name="one_clause_per_address")]

    class Privacy:
        open = ("plan", "address", "level", "mark", "title", "text", "parent", "position", "read_title", "read_text", "corrected_at")
        personal = ("corrected_by",)
        sensitive = ()


class Task(models.Model):
    """A duty: what, one lead agency, by when. The words of the paper never change; `lead` is the agency they meant on its day."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="tasks")
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
            "plan", "clause", "position", "summary", "state", "lead_words", "lead", "function", "shared", "groups", "due_words", "due_rule",
            "due_on", "due_month", "due_day", "evidence_needed", "note",
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
    """What an agency says of a duty on a day. Rows are added, never changed; the last one of the running cycle counts."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="progress")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    declared = models.CharField(max_length=10, choices=Declared.choices)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    reported_by = models.CharField(max_length=150)
    reported_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["task", "institution", "on"])]

    class Privacy:
        open = ("task", "institution", "on", "declared", "percent", "reported_at")
        personal = ("note", "reported_by")
        sensitive = ()


class Evidence(models.Model):
    """One piece of evidence behind a report of progress: a stored file, or a document by its number."""

    progress = models.ForeignKey(Progress, on_delete=models.CASCADE, related_name="evidence")
    words = models.CharField(max_length=300)
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        open = ("progress", "words", "file")
        personal = ()
        sensitive = ()

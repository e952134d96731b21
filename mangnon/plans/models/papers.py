"""Plans as papers: what they cite, their clauses as read and as corrected."""

from django.db import models

from mangnon.plans.vocabulary import PlanOrigin, PlanState


class Plan(models.Model):
    """A document whose clauses give duties. Draft: read, being corrected. Adopted: its duties run."""

    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    origin = models.CharField(max_length=12, choices=PlanOrigin.choices, default=PlanOrigin.PAPER)
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
        open = ("document", "state", "origin", "preamble", "foot", "horizon", "function", "focal_words", "focal", "read_at", "adopted_at")
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

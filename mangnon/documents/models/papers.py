"""Official papers and what one does to another."""

from django.db import models

from mangnon.documents.models.files import StoredFile
from mangnon.documents.vocabulary import Access, Priority, Regime, Relation


class Document(models.Model):
    """An official paper: number, date, issuer as printed. What it says is never rewritten when agencies change.

    A paper known only because another names it is kept too (`cited_only`), so that the line from a directive down does not break.
    """

    # Identification
    number = models.CharField(max_length=60)  # as printed, whole: 73/KH-UBND
    number_key = models.CharField(max_length=80, blank=True)  # rules.symbols.key(number), to search and compare
    code_number = models.CharField(max_length=11, blank=True)
    code_notation = models.CharField(max_length=30, blank=True)
    regime = models.CharField(max_length=10, choices=Regime.choices, default=Regime.STATE)
    kind = models.CharField(max_length=100)  # Kế hoạch, Báo cáo, Quyết định …
    title = models.TextField()
    issued_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=100, blank=True)
    issuer = models.CharField(max_length=300)
    issued_by = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Facts
    signer = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=100, blank=True)
    recipients = models.JSONField(default=list)
    language = models.CharField(max_length=30, default="Tiếng Việt")
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    description = models.CharField(max_length=500, blank=True)
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.NORMAL)
    access = models.CharField(max_length=10, choices=Access.choices, default=Access.EVERYBODY)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    search_key = models.TextField(blank=True)  # number, subject, issuer without marks
    # Provenance
    cited_only = models.BooleanField(default=False)
    verified = models.BooleanField(default=True)
    provenance = models.CharField(max_length=300, blank=True)  # where number and day are known from
    twin = models.PositiveSmallIntegerField(default=0)  # > 0: registered beside an equal number, with the reason
    twin_reason = models.CharField(max_length=300, blank=True)
    recalled_on = models.DateField(null=True, blank=True)
    recall_reason = models.CharField(max_length=300, blank=True)
    entered_by = models.CharField(max_length=150, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "issued_on", "issuer", "twin"], name="one_document_per_number_day_issuer_twin", nulls_distinct=False
            )
        ]
        indexes = [models.Index(fields=["number_key"]), models.Index(fields=["issued_on"])]

    class Privacy:
        open = (
            "number", "number_key", "code_number", "code_notation", "regime", "kind", "title", "issued_on", "place", "issuer", "issued_by",
            "recipients", "language", "pages", "description", "priority", "access", "file", "search_key", "cited_only", "verified",
            "provenance", "twin", "twin_reason", "recalled_on", "recall_reason", "entered_at",
        )  # fmt: skip
        personal = ("signer", "signer_position", "entered_by")
        sensitive = ()


class DocumentRelation(models.Model):
    """What the first document does to the second. Withdrawn, not erased."""

    source = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="relations_out")
    target = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="relations_in")
    kind = models.CharField(max_length=12, choices=Relation.choices)
    note = models.CharField(max_length=300, blank=True)
    verified = models.BooleanField(default=True)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "kind"], condition=models.Q(withdrawn_at=None), name="one_standing_relation_per_kind"
            ),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="no_document_carries_out_itself"),
        ]

    class Privacy:
        open = ("source", "target", "kind", "note", "verified", "made_at", "withdrawn_at")
        personal = ("made_by", "withdrawn_by")
        sensitive = ()

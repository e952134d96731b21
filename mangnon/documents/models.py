"""Stored files, content and all, and the official documents some of them are."""

from django.db import models


class StoredFile(models.Model):
    """The bytes somebody brought, unchanged, known by their SHA-256. They live in the database: one truth, one backup."""

    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    stored_by = models.CharField(max_length=150)
    stored_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["sha256"])]

    class Privacy:
        open = ("media_type", "size", "sha256", "stored_at")
        personal = ("name", "stored_by")
        sensitive = ("content",)


class Document(models.Model):
    """An official paper: number, date, issuer as printed. What it says is never rewritten when agencies change."""

    number = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)  # Kế hoạch, Báo cáo, Quyết định …
    title = models.TextField()
    issued_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=100, blank=True)
    issuer = models.CharField(max_length=300)
    signer = models.CharField(max_length=120, blank=True)
    recipients = models.JSONField(default=list)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "issued_on", "issuer"], name="one_document_per_number_day_issuer", nulls_distinct=False
            )
        ]

    class Privacy:
        open = ("number", "kind", "title", "issued_on", "place", "issuer", "recipients", "file")
        personal = ("signer",)
        sensitive = ()

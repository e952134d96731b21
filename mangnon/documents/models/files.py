"""Stored files, content and all."""

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

"""The log. Rows are added and never changed: a trigger in the database refuses anything else."""

import pgtrigger
from django.db import models

from mangnon.audit.vocabulary import acts


class Event(models.Model):
    """One act. All columns are text or values of their own time; there is no foreign key to live data."""

    at = models.DateTimeField()
    who_id = models.CharField(max_length=150)
    who_label = models.CharField(max_length=200)
    act = models.CharField(max_length=40, choices=acts)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64)
    subject_label = models.CharField(max_length=200)
    unit_code = models.CharField(max_length=8, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "at"]),
            models.Index(fields=["who_id", "at"]),
            models.Index(fields=["at"]),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        open = ("at", "act", "subject_kind", "subject_id", "subject_label", "unit_code", "details")
        personal = ("who_id", "who_label")
        sensitive = ()

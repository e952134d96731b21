"""Days the State has moved: what the product's own list of holidays does not know yet."""

from django.db import models


class DayOverride(models.Model):
    """A day worked or not against the list that ships with the product, with the paper that says so. The last word on a day holds."""

    day = models.DateField()
    working = models.BooleanField()
    name = models.CharField(max_length=200)
    document = models.CharField(max_length=200)  # number and day of the paper: "12729/VPCP-KGVX ngày 25/12/2025"
    written_by = models.CharField(max_length=150)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["day", "id"]

    class Privacy:
        open = ("day", "working", "name", "document", "written_at")
        personal = ("written_by",)
        sensitive = ()

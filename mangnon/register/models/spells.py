"""Something that holds for a span of days, with its source."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from mangnon.register.models.children import Source


class Fact(models.Model):
    """A span of days with its source."""

    valid = DateRangeField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    source_row = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True

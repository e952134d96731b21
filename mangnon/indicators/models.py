"""Runs and their figures: written once, never changed."""

import pgtrigger
from django.db import models

_FROZEN = pgtrigger.Protect(name="frozen", operation=pgtrigger.Update | pgtrigger.Delete)


class Run(models.Model):
    """One count of the whole catalogue over all communes, on the register as it stood on a day."""

    # Identification
    year = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    # Facts
    definitions = models.JSONField()  # code of indicator → version of its definition
    boundary_vintage = models.DateField()  # since when the communes counted in have their present borders
    inputs = models.CharField(max_length=64)  # SHA-256 of everything the figures follow from
    unplaced = models.PositiveIntegerField()  # children under 16 in no present commune, counted nowhere
    # Provenance
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()

    reused = False  # set on the instance when `compute` found that nothing had changed since

    class Meta:
        indexes = [models.Index(fields=["year", "made_at"])]
        triggers = [_FROZEN]

    class Privacy:
        open = ("year", "as_of", "definitions", "boundary_vintage", "inputs", "unplaced", "made_at")
        personal = ("made_by",)
        sensitive = ()


class Figure(models.Model):
    """One number of a run in one unit. The city's row has no members of its own: its children are those of the communes."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="figures")
    code = models.CharField(max_length=40)
    unit = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    numerator = models.PositiveBigIntegerField()
    denominator = models.PositiveBigIntegerField(null=True, blank=True)
    members = models.BinaryField()  # rules.pack_ids of the children in the numerator

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "code", "unit"], name="one_figure_per_run_code_unit")]
        triggers = [_FROZEN]

    class Privacy:
        open = ("run", "code", "unit", "numerator", "denominator")
        personal = ()
        sensitive = ("members",)

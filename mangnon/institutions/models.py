"""Units and agencies as one dated kind, what followed what, and what a person decided where the act leaves a choice."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from mangnon.institutions.vocabulary import Kind, Level, Share, SuccessionKind


class Institution(models.Model):
    """One unit or agency through one span of its existence.

    A code is not an identity over time (40 of Cần Thơ's 103 codes were borne by another unit before 1 July 2025): the key is
    (code, first day of validity), and two spans of one code never overlap.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)  # with its type word: "Phường Ninh Kiều", "Sở Y tế"
    bare_name = models.CharField(max_length=200)  # without it: "Ninh Kiều"; equal to name for agencies
    name_key = models.CharField(max_length=200)  # lib.vietnamese.fold(name)
    sort_key = models.CharField(max_length=600, db_collation="C")
    type_label = models.CharField(max_length=60, blank=True)  # Phường, Xã, Thị trấn, Quận, Huyện, Sở …
    abbreviation = models.CharField(max_length=40, blank=True)  # sign used in document numbers: SYT
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()
    former_province_code = models.CharField(max_length=8, blank=True)
    area_km2 = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    reports_on_plan = models.BooleanField(default=False)  # owes the yearly report of Plan 73 while it exists
    citation = models.CharField(max_length=300, blank=True)
    verified = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="institution_code_spans_do_not_overlap",
                expressions=[("kind", RangeOperators.EQUAL), ("code", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            )
        ]
        indexes = [models.Index(fields=["name_key"]), models.Index(fields=["parent"])]


class Succession(models.Model):
    """On a day, an institution (or one function of it) passed to another, by an act."""

    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="successions_out")
    target = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="successions_in")
    on = models.DateField()
    kind = models.CharField(max_length=12, choices=SuccessionKind.choices)
    function = models.CharField(max_length=120, blank=True)  # "" = all; else a function tag of agencies
    share_area = models.CharField(max_length=5, choices=Share.choices, default=Share.WHOLE)
    share_population = models.CharField(max_length=5, choices=Share.choices, default=Share.WHOLE)
    citation = models.CharField(max_length=300)
    verified = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "target", "on", "function"], name="one_succession_per_pair_day_function")]


class SuccessionDecision(models.Model):
    """A person's answer where an act leaves several successors: who takes over, in which matter, why. Withdrawn, not erased."""

    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=120, blank=True)
    matter = models.CharField(max_length=200, blank=True)  # "" = always; else what it is about ("task:IV.4.a", "khu vực 3")
    reason = models.TextField()
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

"""Units and agencies as one dated kind, what followed what, and what a person decided where the act leaves a choice."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models

from mangnon.institutions.vocabulary import Function, Kind, Level, Share, SuccessionKind


class Institution(models.Model):
    """One unit or agency through one span of its existence.

    A code is not an identity over time (40 of Cần Thơ's 103 codes were borne by another unit before 1 July 2025): the key is
    (code, first day of validity), and two spans of one code never overlap. A span without a first day began before our sources.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)  # with its type word: "Phường Ninh Kiều", "Sở Y tế"
    bare_name = models.CharField(max_length=200)  # without it: "Ninh Kiều"; equal to name for agencies
    also = ArrayField(models.CharField(max_length=200), default=list, blank=True)  # short forms papers use: "Sở LĐTBXH"
    name_key = models.CharField(max_length=200)  # lib.vietnamese.fold(name), for search
    bare_key = models.CharField(max_length=200)  # rules.names.match_key(bare_name), for recognition
    sort_key = models.CharField(max_length=600, db_collation="C")
    type_label = models.CharField(max_length=60, blank=True)  # Phường, Xã, Thị trấn, Quận, Huyện …; "" for agencies
    abbreviation = models.CharField(max_length=40, blank=True)  # sign used in document numbers: SYT
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()
    functions = ArrayField(models.CharField(max_length=40, choices=Function.choices), default=list, blank=True)
    former_province_code = models.CharField(max_length=8, blank=True)
    area_km2 = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    seat = models.TextField(blank=True)  # where the authority sits, as proposed to the Government
    reports_on_plan = models.BooleanField(default=False)  # owes the yearly report of Plan 73 (V.1) while it exists
    citation = models.CharField(max_length=300, blank=True)  # the act that made it so
    ended_by = models.CharField(max_length=300, blank=True)  # the act that ended it, where no succession says it
    verified = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="institution_code_spans_do_not_overlap",
                expressions=[("kind", RangeOperators.EQUAL), ("code", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            )
        ]
        indexes = [models.Index(fields=["name_key"]), models.Index(fields=["bare_key"])]

    @property
    def last_day(self) -> date | None:
        """The last day it exists; None while no end is known."""
        return self.valid.upper - timedelta(days=1) if self.valid.upper else None

    class Privacy:
        open = (
            "kind", "level", "code", "name", "bare_name", "also", "name_key", "bare_key", "sort_key", "type_label", "abbreviation",
            "parent", "valid", "functions", "former_province_code", "area_km2", "population", "seat", "reports_on_plan", "citation",
            "ended_by", "verified", "note",
        )  # fmt: skip
        personal = ()
        sensitive = ()


class Succession(models.Model):
    """On a day, an institution (or one function of it) passed to another, by an act."""

    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="successions_out")
    target = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="successions_in")
    on = models.DateField()
    kind = models.CharField(max_length=12, choices=SuccessionKind.choices)
    origin = models.ForeignKey(  # of a link that restores: only what came from this one goes this way
        Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # fmt: skip
    function = models.CharField(max_length=40, blank=True, choices=Function.choices)  # "" = everything
    share_area = models.CharField(max_length=8, choices=Share.choices, default=Share.WHOLE)
    share_population = models.CharField(max_length=8, choices=Share.choices, default=Share.WHOLE)
    citation = models.CharField(max_length=300, blank=True)
    verified = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "target", "on", "function"], name="one_succession_per_pair_day_function")]

    class Privacy:
        open = ("source", "target", "on", "kind", "origin", "function", "share_area", "share_population", "citation", "verified", "note")
        personal = ()
        sensitive = ()


class SuccessionDecision(models.Model):
    """A person's answer where an act leaves several successors: who takes over, in which matter, why. Withdrawn, not erased."""

    source = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=40, blank=True, choices=Function.choices)
    matter = models.CharField(max_length=200, blank=True)  # "" = always; else what it is about ("IV.4.a", "khu vực 3")
    reason = models.TextField()
    decided_by = models.CharField(max_length=150)
    decided_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "function", "matter"], condition=models.Q(withdrawn_at=None), name="one_standing_decision_per_matter"
            )
        ]

    class Privacy:
        open = ("source", "target", "function", "matter", "reason", "decided_at", "withdrawn_at")
        personal = ("decided_by", "withdrawn_by")
        sensitive = ()

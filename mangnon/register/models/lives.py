"""How a child lives: where, in what circumstances, with what help, in which class, with which card."""

import pghistory
from django.db import models

from mangnon.register.models.children import Child
from mangnon.register.models.following import history
from mangnon.register.models.spells import Fact
from mangnon.register.vocabulary import people


@pghistory.track(*history())
class Residence(Fact):
    """Registered permanently, registered temporarily, or living somewhere; the words of the source beside the unit of today."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="residences")
    kind = models.CharField(max_length=10, choices=people.ResidenceKind.choices)
    unit = models.ForeignKey(
        "institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # None: outside the city
    hamlet = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=300, blank=True)
    unit_as_written = models.CharField(max_length=300, blank=True)

    class Privacy:
        open = ("source", "source_row", "kind")
        personal = ("child",)
        sensitive = ("unit", "hamlet", "address", "unit_as_written", "valid")


@pghistory.track(*history())
class Circumstance(Fact):
    """Something a child lives through, by the legal clause that defines it."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="circumstances")
    clause = models.CharField(max_length=40)  # key of vocabulary.circumstances.CLAUSES
    kind = models.CharField(max_length=8, choices=people.CircumstanceKind.choices)
    group = models.PositiveSmallIntegerField()
    evidence = models.CharField(max_length=300, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "group"])]

    class Privacy:
        open = ("source", "source_row")
        personal = ("child",)
        sensitive = ("clause", "kind", "group", "evidence", "ended_because", "valid")


class Assistance(Fact):
    """Help a child receives from the State or others."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="assistance")
    kind = models.CharField(max_length=10, choices=people.HelpKind.choices)
    amount = models.PositiveIntegerField(null=True, blank=True)  # đồng a month
    evidence = models.CharField(max_length=300, blank=True)  # the decision that grants it

    class Privacy:
        open = ("source", "source_row")
        personal = ("child",)
        sensitive = ("kind", "amount", "evidence", "valid")


@pghistory.track(*history())
class Schooling(Fact):
    """A class of a school a child is in, was in, or left."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="schooling")
    school = models.CharField(max_length=200)
    school_key = models.CharField(max_length=200)
    class_name = models.CharField(max_length=40, blank=True)
    school_year = models.CharField(max_length=9, blank=True)  # 2026-2027
    level = models.CharField(max_length=20, choices=people.SchoolLevel.choices, blank=True)
    state = models.CharField(max_length=12, choices=people.SchoolingState.choices)

    class Privacy:
        open = ("source", "source_row")
        personal = ("child",)
        sensitive = ("school", "school_key", "class_name", "school_year", "level", "state", "valid")


@pghistory.track(*history())
class InsuranceCard(Fact):
    """A health-insurance card and the days it is good for."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="insurance_cards")
    number = models.CharField(max_length=20)
    clinic = models.CharField(max_length=200, blank=True)  # nơi đăng ký khám chữa bệnh ban đầu

    class Meta:
        indexes = [models.Index(fields=["number"], name="cards_by_number")]

    class Privacy:
        open = ("source", "source_row")
        personal = ("child", "number", "valid")
        sensitive = ("clinic",)

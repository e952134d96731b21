"""Something that happened on one day, with its source: births, doses, deaths, moves."""

import pghistory
from django.db import models

from mangnon.register.models.children import Child, Source
from mangnon.register.models.following import history
from mangnon.register.vocabulary import people


class Happening(models.Model):
    """Something that happened on one day, as far as the day is known, with its source."""

    happened_on = models.DateField()  # unknown day and month are 01
    precision = models.CharField(max_length=6, choices=people.Precision.choices, default=people.Precision.DAY)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    source_row = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


@pghistory.track(*history())
class BirthNotice(Happening):
    """The birth as a list of births tells it: weight, place, and the entry in the civil register (Luật Hộ tịch 60/2014/QH13, Điều 14)."""

    child = models.OneToOneField(Child, on_delete=models.PROTECT, related_name="birth_notice")
    weight = models.PositiveSmallIntegerField(null=True, blank=True)  # grams
    place = models.CharField(max_length=200, blank=True)
    certificate = models.CharField(max_length=60, blank=True)
    registered_on = models.DateField(null=True, blank=True)

    class Privacy:
        open = ("source", "source_row")
        personal = ("child", "happened_on", "precision", "place", "certificate", "registered_on")
        sensitive = ("weight",)


@pghistory.track(*history())
class Dose(Happening):
    """One dose of a vaccine a child was given."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="doses")
    vaccine = models.CharField(max_length=20)  # vocabulary.vaccines
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # mũi 1, 2, 3
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "vaccine"], name="doses_of_child")]

    class Privacy:
        open = ("source", "source_row")
        personal = ("child",)
        sensitive = ("vaccine", "number", "happened_on", "precision", "place")


@pghistory.track(*history())
class Death(Happening):
    """The death of a child: the day, the paper that says so, why."""

    child = models.OneToOneField(Child, on_delete=models.PROTECT, related_name="death")
    certificate = models.CharField(max_length=120, blank=True)
    cause = models.CharField(max_length=12, choices=people.DeathCause.choices, blank=True)
    cause_as_written = models.CharField(max_length=200, blank=True)

    class Privacy:
        open = ("source", "source_row")
        personal = ("child",)
        sensitive = ("happened_on", "precision", "certificate", "cause", "cause_as_written")


@pghistory.track(*history())
class HandOver(Happening):
    """A child who moved from one commune of the city to another: what the old one sent, and the receipt of the new one."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="hand_overs")
    from_unit = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    received_by_label = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["to_unit"], condition=models.Q(received_at__isnull=True), name="hand_overs_waiting"),
        ]  # fmt: skip

    class Privacy:
        open = ("source", "source_row", "received_at")
        personal = ("child", "received_by_label")
        sensitive = ("from_unit", "to_unit", "happened_on", "precision")

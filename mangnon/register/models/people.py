"""Who raises a child, who it is by number, and how its household stands."""

import pghistory
import pgtrigger
from django.db import models

from mangnon.register.models.children import Child, Household
from mangnon.register.models.following import history, noted
from mangnon.register.models.spells import Fact
from mangnon.register.vocabulary import people


class HouseholdStanding(Fact):
    """Poor or near-poor by the commune's decision."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="standings")
    standing = models.CharField(max_length=10, choices=people.Standing.choices)
    evidence = models.CharField(max_length=300, blank=True)  # the decision that recognises the household

    class Privacy:
        open = ("source", "source_row")
        personal = ("household",)
        sensitive = ("standing", "evidence", "valid")


class Carer(models.Model):
    """A father, mother or other person who raises children of a household."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="carers")
    full_name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    phone = models.CharField(max_length=20, blank=True)

    class Meta:
        triggers = noted(
            "relation.child_id", beside="JOIN register_carerelation AS relation ON relation.carer_id = touched.id", on=[pgtrigger.Update]
        )

    class Privacy:
        open = ()
        personal = ("household", "full_name", "name_key", "phone")
        sensitive = ()


class CareRelation(Fact):
    """Who is what to a child."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="relations")
    carer = models.ForeignKey(Carer, on_delete=models.PROTECT, related_name="relations")
    role = models.CharField(max_length=10, choices=people.CarerRole.choices)

    class Meta:
        triggers = noted("touched.child_id")

    class Privacy:
        open = ("source", "source_row")
        personal = ("child", "carer", "role", "valid")
        sensitive = ()


@pghistory.track(*history())
class Identifier(Fact):
    """One step in the life of a child's personal number. The open one is the present state."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    value = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, choices=people.IdentifierState.choices)
    method = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["value"], name="identifiers_by_value")]
        triggers = noted("touched.child_id")

    class Privacy:
        open = ("state", "method", "source", "source_row", "valid")
        personal = ("child", "value", "note")
        sensitive = ()

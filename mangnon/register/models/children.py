"""Children, their households, and where what is known of them comes from."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from mangnon.register.models.following import history, noted
from mangnon.register.vocabulary import people


class Source(models.Model):
    """One list, visit or paper that facts were written from.

    Facts point here without an index: nobody asks for all facts of a source (the rows of a list know their children), and every fact
    written would pay for it. For the same reason they have no foreign key; instead a source, once written, is never removed.
    """

    kind = models.CharField(max_length=12, choices=people.SourceKind.choices)
    reference = models.CharField(max_length=80)
    label = models.CharField(max_length=300)
    recorded_by = models.CharField(max_length=150)
    recorded_by_label = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "reference"], name="one_source_per_reference")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Delete)]

    class Privacy:
        open = ("kind", "reference", "recorded_at")
        personal = ("label", "recorded_by", "recorded_by_label")
        sensitive = ()


class Household(models.Model):
    """People who live together (hộ gia đình)."""

    code = models.CharField(max_length=20)  # GD-000123
    key = models.CharField(max_length=32)  # rules.household_key: finds the same household in another list

    class Meta:
        # never searched by their beginning, so without the second index that `unique` and `db_index` give a text
        constraints = [models.UniqueConstraint(fields=["code"], name="one_household_per_code")]
        indexes = [models.Index(fields=["key"], name="households_by_key")]

    class Privacy:
        open = ()
        personal = ("code", "key")
        sensitive = ()


@pghistory.track(*history())
class Child(models.Model):
    """A child of the city, once, under a code of our own; the personal number is an attribute with a history."""

    # Identification
    code = models.CharField(max_length=20)  # TE-000123
    full_name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=700, db_collation="C")
    search_words = ArrayField(models.CharField(max_length=60), default=list)  # rules.search_words
    identity_key = models.CharField(max_length=32)  # rules.identity_key
    # Facts
    sex = models.CharField(max_length=8, choices=people.Sex.choices)
    birth_date = models.DateField()
    birth_precision = models.CharField(max_length=6, choices=people.Precision.choices, default=people.Precision.DAY)
    ethnicity = models.CharField(max_length=20, blank=True)  # vocabulary.ethnicities; "" = chưa xác định
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="children")
    school_level = models.CharField(max_length=20, choices=people.SchoolLevel.choices, blank=True)
    school_state = models.CharField(max_length=20, choices=people.SchoolState.choices, blank=True)
    note = models.TextField(blank=True)
    withheld = ArrayField(models.CharField(max_length=20), default=list, blank=True)  # known to the family, not given: rules.value_state
    # Repeated for lists
    lives_in = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+", db_index=False)  # child_list
    hamlet = models.CharField(max_length=120, blank=True)
    identifier_state = models.CharField(
        max_length=12, choices=people.IdentifierState.choices, default=people.IdentifierState.NONE
    )  # fmt: skip
    # Validity and provenance
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.CharField(max_length=12, choices=people.ClosingReason.choices, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    source_row = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["lives_in", "sort_key", "id"], name="child_list"),
            models.Index(fields=["sort_key", "id"], name="child_city_list"),
            models.Index(fields=["identity_key"], name="children_by_identity"),
            models.Index(fields=["name_key"], name="closed_children_by_name", condition=models.Q(closed_on__isnull=False)),
            GinIndex(fields=["search_words"], name="child_words"),
        ]
        triggers = noted("touched.id")
        constraints = [
            models.UniqueConstraint(fields=["code"], name="one_child_per_code"),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True, closed_reason="")
                | models.Q(closed_on__isnull=False) & ~models.Q(closed_reason=""),
                name="a_closed_record_says_why",
            ),
        ]

    class Privacy:
        open = ("identifier_state", "source", "source_row", "recorded_at")
        personal = (
            "code", "full_name", "name_key", "sort_key", "search_words", "identity_key", "sex", "birth_date", "birth_precision",
            "household",
        )  # fmt: skip
        sensitive = (
            "ethnicity", "school_level", "school_state", "note", "withheld", "lives_in", "hamlet", "closed_on", "closed_reason",
        )  # fmt: skip

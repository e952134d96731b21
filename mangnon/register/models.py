"""Children and the facts about them. A fact has a span of days, half-open, and a source; it is closed, never overwritten.

An open lower end means that the beginning is not known. Columns `lives_in`, `hamlet`, `identifier_state` and the keys of Child repeat facts
for lists of a million rows; the operations keep them in step, and `mangnon check` compares.
"""

from collections.abc import Iterable

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from mangnon.register.vocabulary import people


def _history() -> tuple[pghistory.RowEvent, ...]:
    """What stood before a row was changed or removed, kept by triggers; inserts are the rows themselves and cost nothing."""
    return pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent(row=pghistory.Old)


_ROWS = {
    pgtrigger.Insert: ({"new": "now"}, "SELECT * FROM now"),
    pgtrigger.Update: ({"old": "before", "new": "now"}, "SELECT * FROM before UNION ALL SELECT * FROM now"),
    pgtrigger.Delete: ({"old": "before"}, "SELECT * FROM before"),
}
_NOTE = """
    INSERT INTO register_childchange (child, transaction)
    SELECT DISTINCT {child}, pg_current_xact_id()::text::bigint FROM ({rows}) AS touched {beside} ORDER BY 1
    ON CONFLICT (child) DO UPDATE SET transaction = excluded.transaction
    WHERE register_childchange.transaction <> excluded.transaction;
    RETURN NULL;
"""


def _noted(child: str, *, beside: str = "", on: Iterable[pgtrigger.Operation] = tuple(_ROWS)) -> list[pgtrigger.Trigger]:
    """Triggers, one run a statement, that note in ChildChange which children the touched rows speak of."""
    return [
        pgtrigger.Trigger(
            name=f"note_{str(operation).lower()}", level=pgtrigger.Statement, when=pgtrigger.After, operation=operation,
            referencing=pgtrigger.Referencing(**_ROWS[operation][0]),
            func=_NOTE.format(child=child, rows=_ROWS[operation][1], beside=beside),
        )
        for operation in on
    ]  # fmt: skip


class ChildChange(models.Model):
    """The last transaction that touched what tells one child from another: the child's row, number or parents. Written by triggers.

    Whoever keeps something made of the register (the index of linkage) reads here what changed since it last looked.
    """

    child = models.BigIntegerField(primary_key=True)  # no foreign key: it outlives the child
    transaction = models.BigIntegerField(db_index=True)

    class Privacy:
        open = ("transaction",)
        personal = ("child",)
        sensitive = ()


class Source(models.Model):
    """One list, visit or paper that facts were written from.

    Facts point here without an index: nobody asks for all facts of a source (the rows of a list know their children), and every fact
    written would pay for it.
    """

    kind = models.CharField(max_length=12, choices=people.SourceKind.choices)
    reference = models.CharField(max_length=80)
    label = models.CharField(max_length=300)
    recorded_by = models.CharField(max_length=150)
    recorded_by_label = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "reference"], name="one_source_per_reference")]

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


@pghistory.track(*_history())
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
    lives_in = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    hamlet = models.CharField(max_length=120, blank=True)
    identifier_state = models.CharField(
        max_length=12, choices=people.IdentifierState.choices, default=people.IdentifierState.NONE
    )  # fmt: skip
    # Validity and provenance
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.CharField(max_length=12, choices=people.ClosingReason.choices, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    source_row = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["lives_in", "sort_key", "id"], name="child_list"),
            models.Index(fields=["sort_key", "id"], name="child_city_list"),
            models.Index(fields=["identity_key"], name="children_by_identity"),
            GinIndex(fields=["search_words"], name="child_words"),
        ]
        triggers = _noted("touched.id")
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


class Fact(models.Model):
    """A span of days with its source."""

    valid = DateRangeField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    source_row = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


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
        triggers = _noted(
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
        triggers = _noted("touched.child_id")

    class Privacy:
        open = ("source", "source_row")
        personal = ("child", "carer", "role", "valid")
        sensitive = ()


@pghistory.track(*_history())
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


@pghistory.track(*_history())
class Identifier(Fact):
    """One step in the life of a child's personal number. The open one is the present state."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    value = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, choices=people.IdentifierState.choices)
    method = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["value"], name="identifiers_by_value")]
        triggers = _noted("touched.child_id")

    class Privacy:
        open = ("state", "method", "source", "source_row", "valid")
        personal = ("child", "value", "note")
        sensitive = ()


@pghistory.track(*_history())
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


class Happening(models.Model):
    """Something that happened on one day, as far as the day is known, with its source."""

    happened_on = models.DateField()  # unknown day and month are 01
    precision = models.CharField(max_length=6, choices=people.Precision.choices, default=people.Precision.DAY)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    source_row = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


@pghistory.track(*_history())
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


@pghistory.track(*_history())
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


@pghistory.track(*_history())
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


@pghistory.track(*_history())
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


@pghistory.track(*_history())
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


@pghistory.track(*_history())
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

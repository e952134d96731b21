"""Population extracts, runs and decisions. Source records are never edited; who is who is a fold over decisions that stand."""

from django.db import models

from mangnon.linkage.vocabulary import Level, Verdict

_PRECISIONS = {"day": "Đủ ngày, tháng, năm", "month": "Tháng và năm", "year": "Chỉ biết năm"}


class PopulationExtract(models.Model):
    """One snapshot of the population database, as delivered on a day."""

    as_of = models.DateField()
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    loaded_by = models.CharField(max_length=150)
    loaded_by_label = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sha256", "as_of"], name="one_extract_per_file_and_day")]

    class Privacy:
        open = ("as_of", "name", "sha256", "rows", "loaded_at")
        personal = ("loaded_by", "loaded_by_label")
        sensitive = ()


class Person(models.Model):
    """One row of an extract, with the keys it is compared by."""

    extract = models.ForeignKey(PopulationExtract, on_delete=models.PROTECT, related_name="persons")
    record_id = models.CharField(max_length=60)
    full_name = models.CharField(max_length=200)
    birth_date = models.DateField(null=True)
    birth_precision = models.CharField(max_length=5, choices=_PRECISIONS, default="day")
    sex = models.CharField(max_length=20, blank=True)
    personal_number = models.CharField(max_length=40, blank=True)
    father_name = models.CharField(max_length=200, blank=True)
    father_key = models.CharField(max_length=200, blank=True)
    mother_name = models.CharField(max_length=200, blank=True)
    mother_key = models.CharField(max_length=200, blank=True)
    commune_code = models.CharField(max_length=20, blank=True)
    hamlet = models.CharField(max_length=120, blank=True)
    household_ref = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["extract", "household_ref"], name="person_household"),
            models.Index(fields=["extract", "record_id"], name="person_record"),
        ]

    class Privacy:
        open = ("extract",)
        personal = (
            "record_id", "full_name", "birth_date", "birth_precision", "sex", "personal_number", "father_name", "father_key",
            "mother_name", "mother_key", "household_ref",
        )  # fmt: skip
        sensitive = ("commune_code", "hamlet")


class Run(models.Model):
    """One comparison of the whole register with one extract."""

    extract = models.ForeignKey(PopulationExtract, on_delete=models.PROTECT, related_name="runs")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    by_label = models.CharField(max_length=200)
    method = models.CharField(max_length=60)  # which engine and model, with their versions
    counts = models.JSONField(default=dict)

    class Privacy:
        open = ("extract", "at", "method", "counts")
        personal = ("by", "by_label")
        sensitive = ()


class Decision(models.Model):
    """What is held of a child and a person. It stands until revoked; a later decision may replace it, and give way again when undone."""

    child = models.ForeignKey("register.Child", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="decisions")
    person_ref = models.CharField(max_length=60, blank=True)  # Person.record_id: the same person in the next extract
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    level = models.CharField(max_length=20, choices=Level.choices)
    reason = models.CharField(max_length=400)
    probability = models.FloatField(null=True)  # the engine's on the day of the run, before calibration; none without a pair
    grounds = models.JSONField(default=list)  # what the engine compared: [field, label, level in words, points] each
    run = models.ForeignKey(Run, on_delete=models.PROTECT, null=True, related_name="decisions")
    decided_by = models.CharField(max_length=150)
    decided_by_label = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
    automatic = models.BooleanField()
    # What the child's number was before this decision touched it: undoing puts it back
    touched_number = models.BooleanField(default=False)
    number_before = models.CharField(max_length=40, blank=True)
    state_before = models.CharField(max_length=12, blank=True)
    # Revoked, not erased
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=150, blank=True)
    revoked_by_label = models.CharField(max_length=200, blank=True)
    revoked_reason = models.CharField(max_length=400, blank=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces")

    class Meta:
        indexes = [
            models.Index(fields=["child", "verdict"], condition=models.Q(revoked_at__isnull=True), name="standing_decision"),
            models.Index(fields=["verdict", "id"], condition=models.Q(revoked_at__isnull=True), name="waiting_decision"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(revoked_at__isnull=True, verdict="link"), name="one_standing_link_per_child"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(revoked_at__isnull=True, verdict="link"), name="one_standing_link_per_person"
            ),
            models.UniqueConstraint(
                fields=["child", "person"], condition=models.Q(revoked_at__isnull=True), name="one_standing_decision_per_pair"
            ),
        ]

    class Privacy:
        open = ("verdict", "level", "run", "decided_at", "automatic", "touched_number", "state_before", "revoked_at", "replaced_by")
        personal = (
            "child", "person", "person_ref", "reason", "probability", "grounds", "decided_by", "decided_by_label", "number_before",
            "revoked_by", "revoked_by_label", "revoked_reason",
        )  # fmt: skip
        sensitive = ()

"""Lists received: the file, its rows as typed, what checks found, what people decided."""

from django.db import models

from mangnon.intake.vocabulary import RowState, Severity


class Batch(models.Model):
    """One list received: which file, of which commune, how its heading was read."""

    format_code = models.CharField(max_length=40)
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255)
    commune = models.ForeignKey("institutions.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sheet = models.CharField(max_length=120)
    heading_row = models.PositiveIntegerField()  # as Excel counts, of the last heading row
    titles = models.JSONField(default=list)  # headings as typed, by column
    places = models.JSONField(default=dict)  # our column → index in the raw row
    unknown_titles = models.JSONField(default=list)
    listed_on = models.DateField(null=True, blank=True)  # the day the list was made up, if it says so: rules.listing
    month_first = models.JSONField(default=dict)  # date columns that can only be month/day → a text that shows it: rules.columns
    row_count = models.PositiveIntegerField(default=0)
    received_by = models.CharField(max_length=150)
    received_by_label = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    repeats = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the same bytes before

    class Privacy:
        open = (
            "format_code", "file", "commune", "sheet", "heading_row", "titles", "places", "unknown_titles", "listed_on", "row_count",
            "received_at",
            "repeats",
        )  # fmt: skip
        personal = ("file_name", "received_by", "received_by_label")
        sensitive = ("month_first",)


class Row(models.Model):
    """One row of a list. `raw` is what stood in the file and never changes; corrections stand beside it."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()  # row of the sheet, as Excel counts
    raw = models.JSONField(default=list)
    corrections = models.JSONField(default=dict)  # our column → text
    answered = models.JSONField(default=list)  # rules whose question somebody answered with "as it is"
    state = models.CharField(max_length=10, choices=RowState.choices)
    personal_number = models.CharField(max_length=40, blank=True)
    identity = models.CharField(max_length=32, blank=True)
    child = models.ForeignKey("register.Child", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, blank=True)  # register.vocabulary.people.Outcome
    changed_by_label = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="one_row_per_number")]
        indexes = [models.Index(fields=["batch", "state", "number"], name="rows_by_state")]

    class Privacy:
        open = ("batch", "number", "answered", "state", "outcome", "changed_at")
        personal = ("personal_number", "identity", "child", "changed_by_label")
        sensitive = ("raw", "corrections")


class RowFinding(models.Model):
    """What a check found in a cell. It stays when the cell is corrected, with the moment it was settled."""

    row = models.ForeignKey(Row, on_delete=models.PROTECT, related_name="findings")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="findings")
    rule = models.CharField(max_length=40)
    column = models.CharField(max_length=40)
    severity = models.CharField(max_length=10, choices=Severity.choices)
    what = models.TextField()
    todo = models.TextField(blank=True)
    suggestions = models.JSONField(default=list)  # [label, column, value]
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["batch", "severity", "row"], name="findings_by_severity")]

    class Privacy:
        open = ("row", "batch", "rule", "column", "severity", "todo", "settled_at")
        personal = ()
        sensitive = ("what", "suggestions")

"""Lists received: the file, its rows as typed, what checks found, what people decided."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from django.db import models

from mangnon.intake.records import Block
from mangnon.intake.rules import numbering
from mangnon.intake.vocabulary import BatchState, RowState, Severity


class Batch(models.Model):
    """One list received: which file, of which commune, how its heading was read. `sheet` to `half_swapped` tell of its first block."""

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
    row_count = models.PositiveIntegerField(default=0)
    received_by = models.CharField(max_length=150)
    received_by_label = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    repeats = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the same bytes before
    state = models.CharField(max_length=12, choices=BatchState.choices, default=BatchState.ENROLLED)
    sender = models.CharField(max_length=40, blank=True)  # "unit:12", "agency:5": whose lists are compared with each other
    signature = models.CharField(max_length=32, blank=True)  # of the titles, so that an answer about columns is remembered
    encodings = models.JSONField(default=dict)  # our column, or "*" for all → encoding of lib.legacy_text
    month_first = models.JSONField(default=dict)  # date columns that can only be month/day → a text that shows it: rules.month_first
    half_swapped = models.JSONField(default=dict)  # date columns that may be so in part → a text that shows it: rules.half_swapped
    more = models.JSONField(default=list)  # the other blocks of the file, as records.Block
    left_out = models.JSONField(default=list)  # sheets that are not read → why: [name, words]
    notes = models.JSONField(default=list)  # what people should know of the file as a whole, in sentences
    likelier = models.CharField(max_length=40, blank=True)  # the kind its titles fit far better than format_code: rules.fitting
    asked = models.JSONField(default=dict)  # what the mapping screen asks, with samples
    read_to = models.PositiveIntegerField(default=0)  # number of the last row that is stored: where a killed process goes on
    rows_seen = models.PositiveIntegerField(default=0)  # of rows_in_sheet
    rows_in_sheet = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    refusal = models.TextField(blank=True)
    stage_at = models.DateTimeField(null=True, blank=True)  # when the present stretch of work began
    stage_from = models.PositiveIntegerField(default=0)  # rows done before it
    step_at = models.DateTimeField(null=True, blank=True)  # last sign of life
    accepted_by = models.CharField(max_length=150, blank=True)
    accepted_by_label = models.CharField(max_length=200, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["sender", "format_code", "id"], name="lists_of_a_sender")]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The tables of the file that are read, in the order of their rows."""
        first = Block(
            self.sheet, self.heading_row, self.places, tuple(self.titles), tuple(self.unknown_titles), self.encodings, self.signature,
            month_first=self.month_first, half_swapped=self.half_swapped,
        )  # fmt: skip
        return (first, *(Block(**one) for one in self.more))

    def tell(self, blocks: Sequence[Block]) -> None:
        """Write down what the blocks of the file are; the first has strand 0."""
        first = blocks[0]
        self.sheet, self.heading_row, self.places = first.sheet, first.heading_row, dict(first.places)
        self.titles, self.unknown_titles = list(first.titles), list(first.unknown)
        self.encodings, self.signature, self.month_first = dict(first.encodings), first.signature, dict(first.month_first)
        self.half_swapped = dict(first.half_swapped)
        self.more = [vars(block) for block in blocks[1:]]
        for found in ("blocks", "_starts"):
            self.__dict__.pop(found, None)

    def block_of(self, number: int) -> Block:
        """The block a row of the list stands in."""
        if not self.more:
            return self.blocks[0]
        return self.blocks[max(0, bisect_left(self._starts, number) - 1)]

    def where(self, number: int) -> str:
        """A row in words, as its sender sees it: "dòng 14", of a file with several sheets "trang “Ấp 3”, dòng 14"."""
        line = f"dòng {numbering.line(number)}"
        return f"trang “{self.block_of(number).sheet}”, {line}" if self.in_several_sheets else line

    @property
    def in_several_sheets(self) -> bool:
        return bool(self.more) and len({block.sheet for block in self.blocks}) > 1

    def says(self, field: str) -> bool:
        """Whether some block has the column, or those it is spread over."""
        return any(block.placed(field) is not None for block in self.blocks)

    @cached_property
    def _starts(self) -> list[int]:
        return [numbering.number(block.strand, block.heading_row) for block in self.blocks]

    class Privacy:
        open = (
            "format_code", "file", "commune", "sheet", "heading_row", "titles", "places", "unknown_titles", "listed_on", "row_count",
            "received_at", "left_out", "repeats", "state", "sender", "signature", "encodings", "read_to", "rows_seen",
            "rows_in_sheet", "attempts", "likelier", "refusal", "stage_at", "stage_from", "step_at", "accepted_at",
        )  # fmt: skip
        personal = ("file_name", "received_by", "received_by_label", "accepted_by", "accepted_by_label")
        sensitive = ("asked", "month_first", "half_swapped", "more", "notes")


class SenderLayout(models.Model):
    """What a sender's columns mean, as somebody said once: applied to every later list with the same titles until it is revoked."""

    sender = models.CharField(max_length=40)
    format_code = models.CharField(max_length=40)
    signature = models.CharField(max_length=32)
    titles = models.JSONField(default=list)
    places = models.JSONField(default=dict)  # our column → index; others are not used; none at all: the table is no list
    encodings = models.JSONField(default=dict)
    decided_by_label = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "format_code", "signature"], condition=models.Q(revoked_at__isnull=True), name="one_layout_at_a_time"
            )
        ]

    class Privacy:
        open = ("sender", "format_code", "signature", "titles", "places", "encodings", "decided_at", "revoked_at")
        personal = ("decided_by_label",)
        sensitive = ()


class Row(models.Model):
    """One row of a list. `raw` is what stood in the file and never changes; corrections stand beside it."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="rows", db_index=False)  # the constraint has an index
    number = models.PositiveIntegerField()  # its place in the list: rules.numbering; `sheet` and `line` are what the sender sees
    raw = models.JSONField(default=list)
    corrections = models.JSONField(default=dict)  # our column → text
    answered = models.JSONField(default=list)  # rules whose question somebody answered with "as it is"
    state = models.CharField(max_length=10, choices=RowState.choices)
    personal_number = models.CharField(max_length=40, blank=True)
    identity = models.CharField(max_length=32, blank=True)
    kin = models.BigIntegerField(null=True, blank=True)  # ReadRow.kin; NULL in lists read before it was kept
    child = models.ForeignKey("register.Child", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, blank=True)  # register.vocabulary.people.Outcome
    changed_by_label = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)  # counts what people decided; a page that shows an older one must not overwrite
    earlier = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="one_row_per_number")]
        indexes = [
            models.Index(fields=["batch", "state", "number"], name="rows_by_state"),
            models.Index(fields=["identity", "batch"], name="rows_by_identity", condition=~models.Q(identity="")),
            models.Index(fields=["personal_number", "batch"], name="rows_by_number", condition=~models.Q(personal_number="")),
        ]

    @property
    def sheet(self) -> str:
        """The sheet of the file the row stands in."""
        return self.batch.block_of(self.number).sheet

    @property
    def line(self) -> int:
        """The row of that sheet, as Excel counts."""
        return numbering.line(self.number)

    @property
    def where(self) -> str:
        """The row in words: `Batch.where`."""
        return self.batch.where(self.number)

    class Privacy:
        open = ("batch", "number", "answered", "state", "outcome", "changed_at", "version", "earlier")
        personal = ("personal_number", "identity", "kin", "child", "changed_by_label")
        sensitive = ("raw", "corrections")


class RowFinding(models.Model):
    """What a check found in a cell. It stays when the cell is corrected, with the moment it was settled."""

    row = models.ForeignKey(Row, on_delete=models.PROTECT, related_name="findings")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="findings", db_index=False)  # findings_by_severity
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

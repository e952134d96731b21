"""Registers of agencies: number series, lines for papers sent and received, what happened to the received ones."""

from django.db import models

from mangnon.documents.models.papers import Document
from mangnon.documents.vocabulary import Book, Handling


class NumberSeries(models.Model):
    """Numbers of one register of one agency in one year, from 1 on 1 January. An advisory body that uses the agency's seal has its own.

    `last` is the highest number given. The row is locked while a number is taken, so that two writers never get the same and an
    automatic number never leaves a gap; a number given by hand may, and the register shows it. `keeper` has the register in its keeping:
    the agency itself, or since an act of reorganisation its successor, which reads it and settles what still waits in it.
    """

    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=200, blank=True)  # the advisory body: "Ban Điều hành bảo vệ, chăm sóc trẻ em phường"
    book = models.CharField(max_length=10, choices=Book.choices)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["institution", "body", "book", "year"], name="one_series_per_agency_body_year")]

    class Privacy:
        open = ("institution", "keeper", "body", "book", "year", "last")
        personal = ()
        sensitive = ()


class Entry(models.Model):
    """A line of a register: this paper was sent, or received, by this agency under this ordinal."""

    # Identification
    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, related_name="entries")
    ordinal = models.PositiveIntegerField()  # the number of the paper sent; the arrival number of the one received
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="entries")
    # Facts
    on = models.DateField()  # sent, or arrived
    places = models.CharField(max_length=1000, blank=True)  # unit or person who received it (ToPlaces), or keeps the copy
    copies = models.PositiveSmallIntegerField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    handling = models.CharField(max_length=10, choices=Handling.choices, blank=True)  # of papers received
    answer = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="answered_entries")
    done_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    # Provenance
    entered_by = models.CharField(max_length=150)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "ordinal"], name="one_entry_per_ordinal"),
            models.UniqueConstraint(fields=["series", "document"], name="one_entry_per_document_and_register"),
        ]

    class Privacy:
        open = ("series", "ordinal", "document", "on", "copies", "due_on", "handling", "answer", "done_on", "entered_at")
        personal = ("places", "note", "entered_by")
        sensitive = ()


class Trace(models.Model):
    """What somebody decided on a paper received: direction, who acts with whom by when, result (TraceHeaderList). Rows are added only."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="traces")
    handling = models.CharField(max_length=10, choices=Handling.choices)
    words = models.TextField()
    lead = models.CharField(max_length=200, blank=True)
    coordinating = models.CharField(max_length=400, blank=True)
    due_on = models.DateField(null=True, blank=True)
    written_by = models.CharField(max_length=150)
    written_by_label = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "id"]

    class Privacy:
        open = ("entry", "handling", "due_on", "written_at")
        personal = ("words", "lead", "coordinating", "written_by", "written_by_label")
        sensitive = ()

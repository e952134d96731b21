"""Files (hồ sơ): papers of one matter kept together, for how long, and their way to the archive."""

from django.db import models

from mangnon.documents.models.papers import Document
from mangnon.documents.vocabulary import Keeping


class Dossier(models.Model):
    """A file of an agency's yearly list of files. It is never deleted; handing it to the archive is written down.

    `keeper` has it in its keeping: the agency itself, or since an act of reorganisation its successor, which fills and closes it.
    """

    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    catalogue_year = models.PositiveSmallIntegerField()
    notation = models.CharField(max_length=20)  # 05.TE
    title = models.CharField(max_length=500)
    keeping = models.CharField(max_length=10, choices=Keeping.choices)
    years = models.PositiveSmallIntegerField(null=True, blank=True)
    rights = models.CharField(max_length=30, blank=True)
    creator = models.CharField(max_length=30)
    language = models.CharField(max_length=50, default="Tiếng Việt")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    archived_on = models.DateField(null=True, blank=True)
    archived_words = models.CharField(max_length=300, blank=True)  # minutes of the hand-over
    description = models.CharField(max_length=500, blank=True)
    opened_by = models.CharField(max_length=150)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["institution", "catalogue_year", "notation"], name="one_file_per_notation_and_year"),
            models.CheckConstraint(
                condition=models.Q(keeping=Keeping.PERMANENT, years__isnull=True) | models.Q(keeping=Keeping.YEARS, years__gt=0),
                name="years_of_keeping_where_limited",
            ),
        ]

    class Privacy:
        open = (
            "institution", "keeper", "catalogue_year", "notation", "title", "keeping", "years", "rights", "language", "started_on",
            "ended_on", "archived_on", "archived_words", "description", "opened_at",
        )  # fmt: skip
        personal = ("creator", "opened_by")
        sensitive = ()


class DossierItem(models.Model):
    """A paper in a file, under its ordinal there. One paper may lie in several files."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="items")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="dossier_items")
    ordinal = models.PositiveSmallIntegerField()
    put_by = models.CharField(max_length=150)
    put_at = models.DateTimeField()

    class Meta:
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "ordinal"], name="one_paper_per_ordinal_of_a_file"),
            models.UniqueConstraint(fields=["dossier", "document"], name="a_paper_lies_once_in_a_file"),
        ]

    class Privacy:
        open = ("dossier", "document", "ordinal", "put_at")
        personal = ("put_by",)
        sensitive = ()

"""What clause carries out what clause, and which clauses give nobody a duty."""

from django.db import models

from mangnon.plans.models.papers import Clause


class ClauseLink(models.Model):
    """The first clause carries out the second, of the same plan or of a higher paper. Withdrawn, not erased.

    A paper whose text is not in the system is named as a document with the words of the place ("mục 2").
    """

    source = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.CASCADE, related_name="links_in")
    document = models.ForeignKey("documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=200, blank=True)
    verified = models.BooleanField(default=True)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target"], condition=models.Q(withdrawn_at=None, target__isnull=False), name="one_standing_clause_link"
            ),
            models.CheckConstraint(
                condition=models.Q(target__isnull=False, document__isnull=True) | models.Q(target__isnull=True, document__isnull=False),
                name="a_clause_link_names_a_clause_or_a_document",
            ),
        ]

    class Privacy:
        open = ("source", "target", "document", "words", "verified", "made_at", "withdrawn_at")
        personal = ("made_by", "withdrawn_by")
        sensitive = ()


class ClauseWaiver(models.Model):
    """Somebody has looked at a clause without a duty and says why it gives none."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="waivers")
    reason = models.CharField(max_length=300)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["clause"], condition=models.Q(withdrawn_at=None), name="one_standing_waiver")]

    class Privacy:
        open = ("clause", "reason", "made_at", "withdrawn_at")
        personal = ("made_by", "withdrawn_by")
        sensitive = ()

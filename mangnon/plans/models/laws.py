"""Proposals to amend law, policy, standards (M10): reviewed, proposed, to whom, answered."""

from django.db import models

from mangnon.plans.models.tasks import Task
from mangnon.plans.vocabulary import LawAnswer, LawState


class LawProposal(models.Model):
    """One text that should change: which, what instead, why; to whom it was sent, by what paper; what came back."""

    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="law_proposals")
    instrument = models.CharField(max_length=300)  # the text in force, with the provision
    change = models.TextField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=LawState.choices, default=LawState.WRITTEN)
    addressed_to = models.CharField(max_length=300, blank=True)
    sent_document = models.CharField(max_length=200, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    reply_due_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=10, choices=LawAnswer.choices, blank=True)
    answer = models.TextField(blank=True)
    answer_document = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    proposed_by = models.CharField(max_length=150)
    proposed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state"])]

    class Privacy:
        open = (
            "institution", "task", "instrument", "change", "reason", "state", "addressed_to", "sent_document", "sent_on", "reply_due_on",
            "result", "answer", "answer_document", "answered_on", "proposed_at",
        )  # fmt: skip
        personal = ("proposed_by",)
        sensitive = ()

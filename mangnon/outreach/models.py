"""Supervision programmes with their visits and recommendations; social criticism of drafts."""

from django.db import models

from mangnon.outreach.vocabulary import CriticismForm, CriticismState, RecommendationState, Stance, SupervisionForm


class Programme(models.Model):
    """One supervision of a year: who supervises, what about, in which form, over which days."""

    agency = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    form = models.CharField(max_length=10, choices=SupervisionForm.choices)
    content = models.TextField(blank=True)
    clause = models.CharField(max_length=60, blank=True)  # address of the clause supervised, as in the plan: "II.6.c"
    document = models.CharField(max_length=200, blank=True)  # number and day of its plan, as printed
    starts_on = models.DateField()
    ends_on = models.DateField()
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()

    class Privacy:
        open = ("agency", "year", "title", "form", "content", "clause", "document", "starts_on", "ends_on", "made_at")
        personal = ("made_by",)
        sensitive = ()


class Visit(models.Model):
    """A supervision at one institution: when, by whom, what was found."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="visits")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    team = models.CharField(max_length=300)
    findings = models.TextField()
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Privacy:
        open = ("programme", "institution", "on", "findings", "file", "recorded_at")
        personal = ("team", "recorded_by")
        sensitive = ()


class Recommendation(models.Model):
    """What the supervisors ask of an institution, the reply owed with its day, and what came of it. The first day is kept for ever."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="recommendations")
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    addressed = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    made_on = models.DateField()
    reply_due_on = models.DateField()
    state = models.CharField(max_length=10, choices=RecommendationState.choices, default=RecommendationState.OWED)
    stance = models.CharField(max_length=10, choices=Stance.choices, blank=True)
    reply = models.TextField(blank=True)
    reply_document = models.CharField(max_length=200, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    replied_by = models.CharField(max_length=150, blank=True)
    done_words = models.TextField(blank=True)
    done_on = models.DateField(null=True, blank=True)
    made_by = models.CharField(max_length=150)

    class Meta:
        indexes = [models.Index(fields=["state", "reply_due_on"])]

    class Privacy:
        open = (
            "programme", "visit", "addressed", "text", "made_on", "reply_due_on", "state", "stance", "reply", "reply_document",
            "replied_on", "done_words", "done_on",
        )  # fmt: skip
        personal = ("replied_by", "made_by")
        sensitive = ()


class Criticism(models.Model):
    """Social criticism of a draft: asked by the drafting agency, the Front's opinion, what the agency took up or explained."""

    draft = models.CharField(max_length=300)
    drafter = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    critic = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=10, choices=CriticismForm.choices)
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=CriticismState.choices, default=CriticismState.ASKED)
    asked_on = models.DateField()
    opinion_due_on = models.DateField()
    opinion = models.TextField(blank=True)
    opinion_document = models.CharField(max_length=200, blank=True)
    opinion_on = models.DateField(null=True, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    stance = models.CharField(max_length=10, choices=Stance.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    asked_by = models.CharField(max_length=150)

    class Meta:
        indexes = [models.Index(fields=["state", "opinion_due_on"])]

    class Privacy:
        open = (
            "draft", "drafter", "critic", "form", "file", "state", "asked_on", "opinion_due_on", "opinion", "opinion_document",
            "opinion_on", "answer_due_on", "stance", "answer", "answered_on",
        )  # fmt: skip
        personal = ("asked_by",)
        sensitive = ()

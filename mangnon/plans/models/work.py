"""Own work plans of agencies and communes, year by year, under a plan of the city (mục I.2.a and IV.9.a of Plan 73)."""

from django.db import models

from mangnon.plans.models.papers import Clause, Plan
from mangnon.plans.models.tasks import Task
from mangnon.plans.vocabulary import Declared, WorkPlanState


class WorkPlan(models.Model):
    """What one agency sets itself to do in one year. A version once issued is kept as it is; a later one amends it."""

    # Identification
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="work_plans")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    # Facts
    state = models.CharField(max_length=10, choices=WorkPlanState.choices, default=WorkPlanState.DRAFT)
    title = models.CharField(max_length=500)
    purpose = models.TextField(blank=True)
    document = models.ForeignKey("documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Provenance
    written_by = models.CharField(max_length=150)
    written_at = models.DateTimeField()
    issued_by = models.CharField(max_length=150, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-year", "institution_id", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "institution", "year", "version"], name="one_work_plan_per_version"),
            models.UniqueConstraint(
                fields=["plan", "institution", "year"], condition=models.Q(state=WorkPlanState.DRAFT), name="one_work_plan_being_written"
            ),
            models.UniqueConstraint(
                fields=["plan", "institution", "year"], condition=models.Q(state=WorkPlanState.ISSUED), name="one_work_plan_in_force"
            ),
            models.CheckConstraint(
                condition=models.Q(state=WorkPlanState.DRAFT) | models.Q(document__isnull=False), name="an_issued_work_plan_has_its_paper"
            ),
        ]

    class Privacy:
        open = ("plan", "institution", "year", "version", "state", "title", "purpose", "document", "written_at", "issued_at")
        personal = ("written_by", "issued_by")
        sensitive = ()


class Activity(models.Model):
    """One line of a work plan: what, for which duty or clause of the city's plan, who, when, what comes out of it, what it costs.

    `institution` carries it out now: the agency of the plan, or since an act of reorganisation the one that took the open activity over.
    `root` is the same activity in the first version it stood in: reports belong to it through all versions.
    """

    work_plan = models.ForeignKey(WorkPlan, on_delete=models.CASCADE, related_name="activities")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    root = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="later")
    summary = models.TextField()
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")
    clause = models.ForeignKey(Clause, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")
    unit_words = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person_words = models.CharField(max_length=150, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_words = models.CharField(max_length=200, blank=True)
    product = models.CharField(max_length=300, blank=True)
    cost_words = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["position", "id"]

    class Privacy:
        open = (
            "work_plan", "institution", "position", "root", "summary", "task", "clause", "unit_words", "starts_on", "due_on", "due_words",
            "product", "cost_words",
        )  # fmt: skip
        personal = ("user", "person_words")
        sensitive = ()


class ActivityReport(models.Model):
    """What an agency says of an activity on a day, with what proves it. Rows are added, never changed; the last one counts."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="reports")  # the root
    on = models.DateField()
    declared = models.CharField(max_length=10, choices=Declared.choices)
    note = models.TextField(blank=True)
    proof = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey("documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reported_by = models.CharField(max_length=150)
    reported_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]

    class Privacy:
        open = ("activity", "on", "declared", "proof", "file", "reported_at")
        personal = ("note", "reported_by")
        sensitive = ()


class WorkPlanReminder(models.Model):
    """The lead department has reminded an agency of the work plan it has not issued."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    institution = models.ForeignKey("institutions.Institution", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    sent_by = models.CharField(max_length=150)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["institution", "year"])]

    class Privacy:
        open = ("plan", "institution", "year", "sent_at")
        personal = ("sent_by",)
        sensitive = ()

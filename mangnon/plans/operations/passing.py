"""Open difficulties, requirements after checks, proposals to amend texts and activities of work plans go on with the successor; settled
ones keep their names."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mangnon.institutions.operations.held import HeldRows
from mangnon.plans.models import Activity, ActivityReport, Difficulty, LawProposal, PlanCheck
from mangnon.plans.vocabulary import Declared, LawState, WorkPlanState


class Difficulties(HeldRows):
    """Until the unit has read what was decided."""

    code, label, words = "difficulties", "khó khăn đang giải quyết", "text"
    functions = ("task__function", "task__plan__function")

    def every(self) -> QuerySet[Any]:
        return Difficulty.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return Difficulty.objects.filter(read_at=None)


class Requirements(HeldRows):
    """What a check asked to be put right, until it is."""

    code, label, words = "checks", "yêu cầu sau kiểm tra", "requirement"
    functions = ("plan__function",)

    def every(self) -> QuerySet[Any]:
        return PlanCheck.objects.exclude(institution=None)

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return PlanCheck.objects.exclude(requirement="").exclude(institution=None).filter(met_on=None)


class Proposals(HeldRows):
    """Until the answer has come."""

    code, label, words = "laws", "kiến nghị sửa văn bản", "change"
    functions = ("task__function", "task__plan__function")

    def every(self) -> QuerySet[Any]:
        return LawProposal.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return LawProposal.objects.exclude(state=LawState.ANSWERED)


class Activities(HeldRows):
    """An activity of a work plan of last year or later, until it is said to be done. The paper stays its author's."""

    code, label, words = "activities", "hoạt động của kế hoạch công tác", "summary"
    functions = ("task__function", "work_plan__plan__function")
    closed_label = "hoạt động đã xong giữ tên nơi đã làm"

    def every(self) -> QuerySet[Any]:
        return Activity.objects.filter(work_plan__state__in=[WorkPlanState.DRAFT, WorkPlanState.ISSUED])

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        reports = ActivityReport.objects.filter(activity=OuterRef("first")).order_by("-on", "-id")
        found: QuerySet[Any] = self.every().filter(work_plan__year__gte=on.year - 1).annotate(first=Coalesce("root_id", "id"))
        found = found.annotate(told=Subquery(reports.values("declared")[:1]))
        return found.filter(Q(told=None) | ~Q(told=Declared.DONE))

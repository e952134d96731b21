"""Open difficulties, requirements after checks and proposals to amend texts go on with the successor; settled ones keep their names."""

from typing import Any

from django.db.models import QuerySet

from mangnon.institutions.operations.held import HeldRows
from mangnon.plans.models import Difficulty, LawProposal, PlanCheck
from mangnon.plans.vocabulary import LawState


class Difficulties(HeldRows):
    """Until the unit has read what was decided."""

    code, label = "difficulties", "khó khăn đang giải quyết"

    def every(self) -> QuerySet[Any]:
        return Difficulty.objects.all()

    def open_ones(self) -> QuerySet[Any]:
        return Difficulty.objects.filter(read_at=None)


class Requirements(HeldRows):
    """What a check asked to be put right, until it is."""

    code, label = "checks", "yêu cầu sau kiểm tra"

    def every(self) -> QuerySet[Any]:
        return PlanCheck.objects.exclude(institution=None)

    def open_ones(self) -> QuerySet[Any]:
        return PlanCheck.objects.exclude(requirement="").exclude(institution=None).filter(met_on=None)


class Proposals(HeldRows):
    """Until the answer has come."""

    code, label = "laws", "kiến nghị sửa văn bản"

    def every(self) -> QuerySet[Any]:
        return LawProposal.objects.all()

    def open_ones(self) -> QuerySet[Any]:
        return LawProposal.objects.exclude(state=LawState.ANSWERED)

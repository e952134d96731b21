"""Replies owed to the Front go on with the successor of who owes them; what was answered keeps its name."""

from typing import Any

from django.db.models import QuerySet

from mangnon.institutions.operations.held import HeldRows
from mangnon.outreach.models import Recommendation
from mangnon.outreach.vocabulary import RecommendationState


class Replies(HeldRows):
    """Until what was recommended is done."""

    code, label, field = "outreach", "kiến nghị giám sát", "addressed"

    def every(self) -> QuerySet[Any]:
        return Recommendation.objects.all()

    def open_ones(self) -> QuerySet[Any]:
        return Recommendation.objects.exclude(state=RecommendationState.DONE)

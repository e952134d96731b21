"""What the Front has begun and what is owed to it go on with the successor; what was found, answered, explained keeps its names."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mangnon.institutions.operations.held import HeldRows
from mangnon.outreach.models import Criticism, Programme, Recommendation
from mangnon.outreach.vocabulary import CriticismState, RecommendationState


class Replies(HeldRows):
    """Until what was recommended is done."""

    code, label, field, words = "outreach", "kiến nghị giám sát", "addressed", "text"

    def every(self) -> QuerySet[Any]:
        return Recommendation.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return Recommendation.objects.exclude(state=RecommendationState.DONE)


class Programmes(HeldRows):
    """Until its last day is over and nothing recommended waits any more."""

    code, label, field, function, words = "programmes", "chương trình giám sát", "agency", "", "title"
    closed_label = "cuộc giám sát đã xong giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        return Programme.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        waiting = Recommendation.objects.filter(programme=OuterRef("pk")).exclude(state=RecommendationState.DONE)
        return Programme.objects.filter(Q(ends_on__gte=on) | Exists(waiting))


class Drafts(HeldRows):
    """A draft before the Front, until its author has explained what it takes up."""

    code, label, field, words = "drafts", "dự thảo lấy phản biện", "drafter", "draft"
    closed_label = "dự thảo đã giải trình giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        return Criticism.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return Criticism.objects.exclude(state=CriticismState.ANSWERED)


class Opinions(HeldRows):
    """An opinion asked of an organisation, until it is given."""

    code, label, field, function, words = "opinions", "ý kiến phản biện đang chờ", "critic", "", "draft"
    closed_label = "ý kiến đã cho giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        return Criticism.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        return Criticism.objects.filter(state=CriticismState.ASKED)

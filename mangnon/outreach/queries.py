"""Reading supervision and criticism, and what is owed on a day."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.outreach.models import Criticism, Programme, Recommendation, Visit
from mangnon.outreach.vocabulary import CriticismState, RecommendationState


def programmes(*, year: int | None = None) -> QuerySet[Programme]:
    """Supervisions, newest first, with how many visits, recommendations, replies owed."""
    found = Programme.objects.select_related("agency").order_by("-starts_on", "-id")
    found = found.annotate(
        visit_count=Count("visits", distinct=True),
        recommendation_count=Count("recommendations", distinct=True),
        owed_count=Count("recommendations", filter=Q(recommendations__state=RecommendationState.OWED), distinct=True),
    )
    return found.filter(year=year) if year else found


def years() -> list[int]:
    """The years with a supervision, newest first."""
    return list(Programme.objects.order_by("-year").values_list("year", flat=True).distinct())


def programme(pk: int) -> Programme:
    """One supervision. Raises Programme.DoesNotExist."""
    return Programme.objects.select_related("agency").get(pk=pk)


def recommendations(*, state: str = "", late_on: date | None = None) -> QuerySet[Recommendation]:
    """Recommendations, those due first on top; `late_on` keeps the replies overdue on that day."""
    found = Recommendation.objects.select_related("programme__agency", "addressed").order_by("reply_due_on", "id")
    if late_on:
        return found.filter(state=RecommendationState.OWED, reply_due_on__lt=late_on)
    return found.filter(state=state) if state else found


def recommendation(pk: int) -> Recommendation:
    """One recommendation. Raises Recommendation.DoesNotExist."""
    return Recommendation.objects.select_related("programme__agency", "addressed", "visit").get(pk=pk)


def replies_owed(actor: Actor) -> QuerySet[Recommendation]:
    """Recommendations that wait for a reply of the actor's own institutions."""
    reach = policies.scope(actor, Permission.REPORT_OWN_WORK)
    found = recommendations(state=RecommendationState.OWED)
    return found if reach.everything else found.filter(addressed__in=reach.unit_ids)


def criticisms() -> QuerySet[Criticism]:
    """Every criticism, newest first."""
    return Criticism.objects.select_related("drafter", "critic").order_by("-asked_on", "-id")


def criticism(pk: int) -> Criticism:
    """One criticism. Raises Criticism.DoesNotExist."""
    return Criticism.objects.select_related("drafter", "critic", "file").defer("file__content").get(pk=pk)


def opinions_owed(actor: Actor) -> QuerySet[Criticism]:
    """Drafts that wait for the opinion of the actor's own agency."""
    reach = policies.scope(actor, Permission.SUPERVISE)
    found = criticisms().filter(state=CriticismState.ASKED).order_by("opinion_due_on", "id")
    return found if reach.everything else found.filter(critic__in=reach.unit_ids)


def explanations_owed(actor: Actor) -> QuerySet[Criticism]:
    """Opinions that wait for what the actor's own agency takes up."""
    reach = policies.scope(actor, Permission.REPORT_OWN_WORK)
    found = criticisms().filter(state=CriticismState.GIVEN).order_by("answer_due_on", "id")
    return found if reach.everything else found.filter(drafter__in=reach.unit_ids)


def visits(programme_id: int) -> QuerySet[Visit]:
    """The visits of a supervision, newest first."""
    found = Visit.objects.filter(programme_id=programme_id).select_related("institution", "file").defer("file__content")
    return found.order_by("-on", "-id")


def visit(pk: int) -> Visit:
    """One visit with its minutes. Raises Visit.DoesNotExist."""
    return Visit.objects.select_related("file").get(pk=pk)

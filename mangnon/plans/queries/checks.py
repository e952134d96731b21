"""Reading checks of a plan and how it was made known."""

from django.db.models import QuerySet, Sum

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.plans.models import Dissemination, PlanCheck


def checks(plan_id: int) -> QuerySet[PlanCheck]:
    """Checks and reviews of a plan, newest first."""
    return PlanCheck.objects.filter(plan_id=plan_id).select_related("institution", "file", "met_file").order_by("-on", "-id")


def check(pk: int) -> PlanCheck:
    """One check. Raises PlanCheck.DoesNotExist."""
    return PlanCheck.objects.select_related("institution", "plan__document").get(pk=pk)


def requirements_owed(actor: Actor) -> QuerySet[PlanCheck]:
    """Requirements after checks that the actor's own institutions still owe."""
    reach = policies.scope(actor, Permission.REPORT_OWN_WORK)
    found = PlanCheck.objects.filter(met_on=None).exclude(requirement="").select_related("institution").order_by("due_on", "id")
    return found if reach.everything else found.filter(institution__in=reach.unit_ids)


def disseminations(plan_id: int, *, year: int) -> QuerySet[Dissemination]:
    """Acts of making a plan known in a year, newest first."""
    found = Dissemination.objects.filter(plan_id=plan_id, on__year=year).select_related("institution", "file")
    return found.order_by("-on", "-id")


def reached_by_audience(plan_id: int, *, year: int) -> dict[str, int]:
    """People reached in a year by audience; who was reached twice counts twice, as the papers do."""
    found = (
        Dissemination.objects.filter(plan_id=plan_id, on__year=year).values("audience").annotate(people=Sum("reached")).order_by("audience")
    )
    return {row["audience"]: row["people"] for row in found}


def institutions_that_spread(plan_id: int, *, year: int) -> frozenset[int]:
    """The institutions that made the plan known in a year."""
    return frozenset(Dissemination.objects.filter(plan_id=plan_id, on__year=year).values_list("institution_id", flat=True).distinct())

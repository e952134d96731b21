"""Reading checks of a plan and how it was made known."""

from django.db.models import QuerySet, Sum

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.plans.models import Dissemination, PlanCheck
from mangnon.plans.vocabulary import CheckKind


def checks(plan_id: int) -> QuerySet[PlanCheck]:
    """Checks and reviews of a plan, newest first."""
    return PlanCheck.objects.filter(plan_id=plan_id).select_related("institution").order_by("-on", "-id")


def check(pk: int) -> PlanCheck:
    """One check. Raises PlanCheck.DoesNotExist."""
    found = PlanCheck.objects.select_related("institution", "plan__document", "file", "met_file")
    return found.defer("file__content", "met_file__content").get(pk=pk)


def requirements_owed(actor: Actor) -> QuerySet[PlanCheck]:
    """Requirements after checks that the actor's own institutions still owe."""
    reach = policies.scope(actor, Permission.REPORT_OWN_WORK)
    found = PlanCheck.objects.filter(met_on=None).exclude(requirement="").select_related("institution").order_by("due_on", "id")
    return found if reach.everything else found.filter(institution__in=reach.unit_ids)


def disseminations(plan_id: int, *, year: int) -> QuerySet[Dissemination]:
    """Acts of making a plan known in a year, newest first."""
    found = Dissemination.objects.filter(plan_id=plan_id, on__year=year).select_related("institution", "file").defer("file__content")
    return found.order_by("-on", "-id")


def dissemination(pk: int) -> Dissemination:
    """One act of making a plan known. Raises Dissemination.DoesNotExist."""
    return Dissemination.objects.select_related("file").get(pk=pk)


def spread_checks(plan_id: int, *, year: int) -> QuerySet[PlanCheck]:
    """The year's checks of how the plan was made known (IV.1.b), newest first."""
    return checks(plan_id).filter(kind=CheckKind.SPREAD, on__year=year)


def reached_by_audience(plan_id: int, *, year: int) -> dict[str, int]:
    """People reached in a year by audience; who was reached twice counts twice, as the papers do."""
    found = (
        Dissemination.objects.filter(plan_id=plan_id, on__year=year).values("audience").annotate(people=Sum("reached")).order_by("audience")
    )
    return {row["audience"]: row["people"] for row in found}


def institutions_that_spread(plan_id: int, *, year: int) -> frozenset[int]:
    """The institutions that made the plan known in a year, by what they are now: one renewed under its code goes on, one that several
    were joined into in the year has done it when all of them had.
    """
    done = set(Dissemination.objects.filter(plan_id=plan_id, on__year=year).order_by("id").values_list("institution_id", flat=True))
    joined = institutions.made_of(year=year)
    return frozenset(done | {one for one, sources in joined.items() if sources <= done})

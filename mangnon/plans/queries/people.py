"""Who answers for duties in person: assignments whose person still holds a post in the agency."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, OuterRef, QuerySet

from mangnon.accounts import queries as accounts
from mangnon.plans.models import Assignment, Charge


class Person(NamedTuple):
    """Who answers for a duty, by name and account."""

    full_name: str
    username: str


def living(rows: QuerySet[Assignment], *, on: date) -> QuerySet[Assignment]:
    """Assignments that run on a day and whose person holds a post in the agency that day; who has left answers for nothing."""
    return rows.filter(valid__contains=on, user__positions__agency=F("institution"), user__positions__valid__contains=on).distinct()


def in_post(rows: QuerySet[Assignment], *, on: date) -> QuerySet[Assignment]:
    """`living` for whole plans: a subquery the database can estimate, where the join of two columns makes it walk row by row."""
    return rows.filter(valid__contains=on, user_id__in=accounts.holding_posts(OuterRef("institution_id"), on=on))


def living_assignments(task_ids: Iterable[int], *, on: date) -> dict[tuple[int, int], Assignment]:
    """Who answers on a day, by (task, institution)."""
    rows = living(Assignment.objects.filter(task_id__in=list(task_ids)), on=on).select_related("user").order_by("id")
    return {(row.task_id, row.institution_id): row for row in rows}


def held_by(username: str, *, on: date) -> QuerySet[Assignment]:
    """Everything a person answers for on a day, whether the post still runs or not: what has to be handed over."""
    return (
        Assignment.objects.filter(user__username=username, valid__contains=on)
        .select_related("task__clause", "task__plan__document", "institution")
        .order_by("institution_id", "task__plan_id", "task__position", "id")
    )


def tasks_held(username: str, *, on: date) -> frozenset[int]:
    """The duties a person answers for on a day, as keys."""
    return frozenset(living(Assignment.objects.filter(user__username=username), on=on).values_list("task_id", flat=True))


def left_behind(institution_id: int, *, on: date) -> list[tuple[str, str, int]]:
    """(user name, name, how many) of everybody who still has duties in an agency they hold no post in: to be handed over."""
    rows = Assignment.objects.filter(institution_id=institution_id, valid__contains=on)
    gone = rows.exclude(pk__in=living(rows, on=on).values("pk"))
    found = gone.order_by("user__username").values_list("user__username", "user__full_name").annotate(count=Count("id"))
    return list(found)


def charges_of(institution_id: int, *, on: date) -> QuerySet[Charge]:
    """Who is in charge of which field and territory in an agency on a day."""
    rows = Charge.objects.filter(institution_id=institution_id, valid__contains=on)
    return rows.select_related("user", "territory").order_by("function", "territory__sort_key", "id")

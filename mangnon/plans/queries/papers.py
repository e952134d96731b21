"""Plans as papers: the list, one with its clauses in printed order, its citations, the sections of its yearly report."""

from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from mangnon.plans import records
from mangnon.plans.models import Citation, Clause, Plan, Task
from mangnon.plans.rules import agencies
from mangnon.plans.rules import sections as section_rules
from mangnon.plans.vocabulary import PlanOrigin, PlanState, TaskState


def plans() -> QuerySet[Plan]:
    """Every plan, newest paper first, with the number of its duties (`task_count`)."""
    return (
        Plan.objects.select_related("document")
        .annotate(task_count=Count("tasks", filter=~Q(tasks__state=TaskState.REMOVED)))
        .order_by("-document__issued_on", "-id")
    )


def plan(pk: int) -> Plan:
    """One plan with its document. Raises Plan.DoesNotExist."""
    return Plan.objects.select_related("document", "focal").get(pk=pk)


def current_plan() -> Plan | None:
    """The plan the city works by: the latest adopted one about children; else the latest adopted; None before any is adopted."""
    adopted = (
        Plan.objects.filter(state=PlanState.ADOPTED, origin=PlanOrigin.PAPER)
        .select_related("document", "focal")
        .order_by("-document__issued_on", "-id")
    )
    return adopted.filter(function="children").first() or adopted.first()


def running_plans() -> list[Plan]:
    """Every document whose duties run: plans, conclusions, books of direct orders; the city's plan first."""
    found = list(Plan.objects.filter(state=PlanState.ADOPTED).select_related("document", "focal").order_by("-document__issued_on", "-id"))
    first = current_plan()
    return sorted(found, key=lambda one: first is None or one.pk != first.pk)


def book_of(issuer_id: int, *, year: int) -> Plan | None:
    """The book in which an agency's direct orders of a year stand; None before the first."""
    books = Plan.objects.filter(origin=PlanOrigin.ORDER, focal_id=issuer_id, document__issued_on__year=year)
    return books.select_related("document").order_by("id").first()


def own_plan(plan: Plan) -> bool:
    """Whether a document orders the work of the agency that issued it, not that of the whole city."""
    if plan.origin == PlanOrigin.ORDER:
        return True
    return not agencies.orders_others(plan.document.issuer)


def clause_tree(plan_id: int) -> list[Clause]:
    """The clauses of a plan in printed order; each names its parent and level."""
    clauses = list(Clause.objects.filter(plan_id=plan_id).order_by("position"))
    by_key = {clause.pk: clause for clause in clauses}
    for clause in clauses:
        if clause.parent_id:
            clause.parent = by_key[clause.parent_id]  # the whole line above is in memory; walking up asks nothing
    return clauses


def clause(pk: int) -> Clause:
    """One clause with its plan. Raises Clause.DoesNotExist."""
    return Clause.objects.select_related("plan__document", "parent").get(pk=pk)


def task(pk: int) -> Task:
    """One duty with its plan and clause. Raises Task.DoesNotExist."""
    return (
        Task.objects.select_related("plan__document", "plan__focal", "clause__parent", "lead").prefetch_related("coordinating").get(pk=pk)
    )


def summaries(plan_ids: Collection[int]) -> dict[int, str]:
    """What each duty of some plans is, in words."""
    return dict(Task.objects.filter(plan_id__in=plan_ids).values_list("id", "summary"))


def summary(task_id: int) -> str:
    """What one duty is, in words; "" where there is none."""
    return Task.objects.filter(pk=task_id).values_list("summary", flat=True).first() or ""


def task_of_clause(plan_id: int, address: str) -> Task | None:
    """The duty cut from a clause ("V.1"); None where the clause gives none."""
    found = Task.objects.filter(plan_id=plan_id, clause__address=address).exclude(state=TaskState.REMOVED)
    return found.select_related("plan__document", "plan__focal", "clause__parent", "lead").order_by("position", "id").first()


def citations(plan_id: int) -> list[Citation]:
    """The documents a plan names, in order of first mention."""
    return list(Citation.objects.filter(plan_id=plan_id).order_by("position"))


def sections(plan_id: int) -> tuple[records.Section, ...]:
    """Sections of the yearly report on this plan, in their order."""
    return section_rules.sections(
        [
            records.Clause(
                id=clause.address, level=clause.level, mark=clause.mark, title=clause.title, text=clause.text,
                parent=clause.parent.address if clause.parent else None,
            )
            for clause in clause_tree(plan_id)
        ]
    )  # fmt: skip

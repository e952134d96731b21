"""Own work plans: who has one, what stands in one, what units do for a duty of the city's plan."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Value
from django.db.models.functions import Coalesce, Concat

from mangnon.documents import queries as documents
from mangnon.institutions import queries as institutions
from mangnon.institutions.rules.sentences import printed_and_now
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.calendar import day_of
from mangnon.plans.models import Activity, ActivityReport, Plan, WorkPlan, WorkPlanReminder
from mangnon.plans.records import ActivityLine, OwnPlan
from mangnon.plans.rules.activities import Told, standing
from mangnon.plans.vocabulary import Declared, WorkPlanState


def work_plan(pk: int) -> WorkPlan:
    """One version of an agency's work plan. Raises WorkPlan.DoesNotExist."""
    return WorkPlan.objects.select_related("plan__document", "institution__parent", "document").get(pk=pk)


def work_plans_of(plan_id: int, institution_id: int) -> QuerySet[WorkPlan]:
    """Every version of every year of an agency's work plans under a plan, newest first."""
    found = WorkPlan.objects.filter(plan_id=plan_id, institution_id=institution_id)
    return found.select_related("document").annotate(activity_count=Count("activities")).order_by("-year", "-version")


def activity(pk: int) -> Activity:
    """One activity with its plan. Raises Activity.DoesNotExist."""
    found = Activity.objects.select_related("work_plan__institution", "work_plan__plan__document", "institution", "task", "clause", "user")
    return found.get(pk=pk)


def activity_reports(root_id: int) -> QuerySet[ActivityReport]:
    """What has been said of an activity, newest first."""
    return ActivityReport.objects.filter(activity_id=root_id).select_related("file").order_by("-on", "-id")


def activity_report(pk: int) -> ActivityReport:
    """One report with its file. Raises ActivityReport.DoesNotExist."""
    return ActivityReport.objects.select_related("file", "activity").get(pk=pk)


def activities(work_plan_id: int, *, on: date) -> list[ActivityLine]:
    """The activities of a work plan in their order, as they stand on a day."""
    return _lines(Activity.objects.filter(work_plan_id=work_plan_id), on=on)


def activities_for(task_id: int, *, year: int, on: date) -> list[ActivityLine]:
    """What agencies' work plans in force in a year do for a duty, by agency."""
    found = Activity.objects.filter(task_id=task_id, work_plan__state=WorkPlanState.ISSUED, work_plan__year=year)
    return _once(_lines(found.order_by("institution__kind", "institution__sort_key", "position", "id"), on=on))


def activities_of_person(username: str, *, year: int, on: date) -> list[ActivityLine]:
    """Activities of work plans in force in a year that a person answers for and that are not done."""
    found = Activity.objects.filter(user__username=username, work_plan__state=WorkPlanState.ISSUED, work_plan__year=year)
    return [one for one in _once(_lines(found.order_by("due_on", "id"), on=on)) if one.declared != Declared.DONE]


def activities_received(institution_id: int, *, plan_id: int, year: int, on: date) -> list[ActivityLine]:
    """Open activities of a year that an agency carries on for one no longer there and that stand in no plan of its own yet."""
    every = Activity.objects.filter(work_plan__plan_id=plan_id, work_plan__year=year, institution_id=institution_id)
    every = every.annotate(first=Coalesce("root_id", "id"))
    own = every.filter(work_plan__institution_id=institution_id).values("first")
    found = every.exclude(work_plan__institution_id=institution_id).exclude(work_plan__state=WorkPlanState.SUPERSEDED)
    found = found.exclude(first__in=own).order_by("work_plan__institution__sort_key", "work_plan__version", "position")
    return [one for one in _once(_lines(found, on=on)) if one.declared != Declared.DONE]


def activity_counts(plan_id: int, *, year: int) -> dict[int, int]:
    """How many activities of work plans in force in a year carry out each duty of a plan."""
    rows = Activity.objects.filter(work_plan__plan_id=plan_id, work_plan__year=year, work_plan__state=WorkPlanState.ISSUED)
    counted = rows.filter(task__isnull=False).values("task_id").annotate(found=Count(Coalesce("root_id", "id"), distinct=True))
    return {row["task_id"]: row["found"] for row in counted.order_by("task_id")}


def own_plans(plan: Plan, *, year: int, on: date) -> list[OwnPlan]:
    """Every agency that owes its own plan on a day, in the order of the yearly report, with what it has for the year.

    An agency is known by its code: a plan of a department survives the renewal of its span.
    """
    owing = list(institutions.reporting_institutions(on=on))
    mine = _newest(WorkPlan.objects.filter(plan=plan, year=year).select_related("institution", "document"))
    counts = _activity_counts([one.pk for one in mine.values()])
    general = _general(plan, exclude={one.document_id for one in mine.values()})
    reminders = {
        row.institution_id: day_of(row.sent_at) for row in WorkPlanReminder.objects.filter(plan=plan, year=year).order_by("sent_at")
    }
    found = []
    for one in owing:
        if plan.document.issued_by_id == one.pk:
            continue  # the issuer of the plan itself
        own = mine.get((one.kind, one.code))
        total, done = counts.get(own.pk, (0, 0)) if own else (0, 0)
        found.append(OwnPlan(
            institution_id=one.pk, code=one.code, name=one.name, is_commune=one.kind == Kind.UNIT, state=own.state if own else "",
            work_plan_id=own.pk if own else None, number=own.document.number if own and own.document else "",
            issued_on=own.document.issued_on if own and own.document else None, activities=total, done=done,
            general=tuple(general.get((one.kind, one.code), ())), reminded_on=reminders.get(one.pk),
        ))  # fmt: skip
    return found


def missing(found: Iterable[OwnPlan]) -> list[OwnPlan]:
    """The agencies that have issued no plan for the year."""
    return [one for one in found if one.state not in (WorkPlanState.ISSUED, WorkPlanState.SUPERSEDED)]


def owing_keys(plan: Plan, *, on: date) -> QuerySet[Any, str]:
    """ "kind:code" of every agency that owes its own plan on a day."""
    owing = institutions.reporting_institutions(on=on).exclude(pk=plan.document.issued_by_id or 0)
    return owing.values_list(Concat("kind", Value(":"), "code"), flat=True)


def issued_keys(plan: Plan, *, year: int) -> QuerySet[Any, str]:
    """ "kind:code" of every agency that has issued its plan for a year."""
    issued = WorkPlan.objects.filter(plan=plan, year=year, state=WorkPlanState.ISSUED).order_by("id")
    return issued.values_list(Concat("institution__kind", Value(":"), "institution__code"), flat=True)


def owes_work_plan(institution_id: int, *, plan: Plan, year: int, on: date) -> tuple[bool, date | None]:
    """(whether an agency has issued no work plan for the year although it owes one, the day it was last reminded)."""
    one = institutions.by_id(institution_id)
    if one is None or not one.reports_on_plan or on not in one.valid or plan.document.issued_by_id == one.pk:
        return False, None
    if WorkPlan.objects.filter(
        plan=plan, year=year, institution__kind=one.kind, institution__code=one.code, state=WorkPlanState.ISSUED
    ).exists():
        return False, None
    last = WorkPlanReminder.objects.filter(plan=plan, institution=one, year=year).order_by("-sent_at").first()
    return True, day_of(last.sent_at) if last else None


def _newest(found: Iterable[WorkPlan]) -> dict[tuple[str, str], WorkPlan]:
    """By agency the version in force, else the one being written."""
    kept: dict[tuple[str, str], WorkPlan] = {}
    for one in sorted(found, key=lambda one: (one.state == WorkPlanState.ISSUED, one.version)):
        kept[one.institution.kind, one.institution.code] = one
    return kept


def _general(plan: Plan, *, exclude: set[int | None]) -> dict[tuple[str, str], list[str]]:
    """Numbers of other papers by which agencies carry out the plan, such as a plan for all its years."""
    own = set(WorkPlan.objects.filter(plan=plan).values_list("document_id", flat=True)) | exclude
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for relation in documents.implementing([plan.document_id]):
        issuer = relation.source.issued_by
        if issuer is not None and relation.source_id not in own:
            found[issuer.kind, issuer.code].append(relation.source.number)
    return found


def _activity_counts(work_plan_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """By work plan how many activities, how many of them last said to be done."""
    rows = list(Activity.objects.filter(work_plan_id__in=work_plan_ids).values_list("work_plan_id", "id", "root_id").order_by("id"))
    told = _told(root or pk for _plan, pk, root in rows)
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for plan_id, pk, root in rows:
        last = told.get(root or pk)
        counts[plan_id][0] += 1
        counts[plan_id][1] += last is not None and last.declared == Declared.DONE
    return {pk: (total, done) for pk, (total, done) in counts.items()}


def _told(root_ids: Iterable[int]) -> dict[int, Told]:
    rows = ActivityReport.objects.filter(activity_id__in=list(root_ids)).select_related("file").order_by("on", "id").defer("file__content")
    return {row.activity_id: Told(row.on, row.declared, row.proof or (row.file.name if row.file else "")) for row in rows}


def _now(row: Activity) -> str:
    return row.institution.name if row.institution_id != row.work_plan.institution_id else ""


def _once(lines: list[ActivityLine]) -> list[ActivityLine]:
    """Of one activity in the paper of an agency no longer there and in its successor's plan, the latter."""
    chosen: dict[int, ActivityLine] = {}
    for line in lines:
        if line.root_id not in chosen or not line.now:
            chosen[line.root_id] = line
    return [line for line in lines if chosen[line.root_id] is line]


def _lines(found: QuerySet[Activity], *, on: date) -> list[ActivityLine]:
    rows = list(found.select_related("work_plan__institution", "institution", "task__clause", "clause", "user"))
    told = _told(row.root_id or row.pk for row in rows)
    lines = []
    for row in rows:
        stands = standing(due_on=row.due_on, told=told.get(row.root_id or row.pk), on=on)
        clause = row.clause or (row.task.clause if row.task else None)
        lines.append(ActivityLine(
            id=row.pk, root_id=row.root_id or row.pk, position=row.position, summary=row.summary,
            address=clause.address if clause else "", task_id=row.task_id, unit_words=row.unit_words,
            person=row.user.full_name if row.user else row.person_words, starts_on=row.starts_on, due_on=row.due_on,
            due_words=row.due_words, product=row.product, cost_words=row.cost_words, declared=stands.declared.value,
            declared_words=stands.words, proof=stands.proof, calendar=stands.calendar.value, calendar_words=stands.calendar_words,
            agency=printed_and_now(row.work_plan.institution.name, _now(row)), now=_now(row), work_plan_id=row.work_plan_id,
        ))  # fmt: skip
    return lines

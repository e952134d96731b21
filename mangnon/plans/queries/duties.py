"""Duties on a day: who answers, in person too, by when, how far."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef
from django.db.models.functions import JSONObject

from mangnon.plans.models import Assignment, Plan, Task, TaskAgency
from mangnon.plans.queries.holders import Holders, function_of, matter_of
from mangnon.plans.queries.occurrences import said as said_of
from mangnon.plans.queries.papers import current_plan
from mangnon.plans.queries.people import Person, in_post, living, living_assignments
from mangnon.plans.records import Coordinating, Deadline, Duty, Member, NamedDuty
from mangnon.plans.rules import deadlines, progress
from mangnon.plans.rules.progress import NOTHING, Bucket, Said, Tally
from mangnon.plans.vocabulary import Calendar, Declared, DueRule, DutyState, PlanState, TaskState

_AGENCIES = ArraySubquery(
    TaskAgency.objects.filter(task=OuterRef("pk"))
    .order_by("position")
    .values(one=JSONObject(words="words", id="institution_id", name="institution__name"))
)
_RELATED = ("plan__document", "clause__parent__parent", "lead")
_WHOLE = F("parent__summary")
_IN_HAND = frozenset({DutyState.GIVEN, DutyState.ACCEPTED, DutyState.RUNNING, DutyState.RETURNED})
__all__ = [
    "by_agency",
    "deadline_of",
    "due_of",
    "duties",
    "duties_named",
    "duty",
    "duty_holders",
    "function_of",
    "in_the_name_of",
    "matter_of",
    "members_of",
    "nameless",
    "overdue",
    "responsible",
    "status_counts",
    "tasks_of",
    "without_person",
]


def duties(
    plan_id: int, *, on: date, institution_id: int | None = None, clause_id: int | None = None, subtasks: bool = False
) -> list[Duty]:  # fmt: skip
    """The duties of a plan in printed order, drafts of an unadopted plan included.

    With `institution_id` person and statuses are those of that institution (of a shared duty it has its own). Parts of duties are not
    among them; `subtasks` gives these instead, of one clause with `clause_id`.
    """
    found = Task.objects.filter(plan_id=plan_id, parent__isnull=not subtasks)
    tasks = list(
        (found.filter(clause_id=clause_id) if clause_id is not None else found)
        .exclude(state=TaskState.REMOVED)
        .select_related(*_RELATED)
        .annotate(agencies=_AGENCIES, whole_words=_WHOLE)
        .order_by("position", "id")
    )
    return _duties(tasks, on=on, institution_id=institution_id)


def tasks_in_order(task_ids: Sequence[int], *, plans: Mapping[int, Plan], on: date, people_of: Collection[int]) -> list[Task]:
    """Some duties of known plans with what a page shows of them, in the order asked for; `people` answer for them in some institutions."""
    people = living(Assignment.objects.filter(task=OuterRef("pk"), institution_id__in=people_of), on=on).order_by("id")
    named = people.values(one=JSONObject(id="institution_id", name="user__full_name", account="user__username"))
    tasks = Task.objects.filter(pk__in=task_ids).select_related("clause", "lead")
    by_key = {task.pk: task for task in tasks.annotate(agencies=_AGENCIES, people=ArraySubquery(named), whole_words=_WHOLE)}
    for task in by_key.values():
        task.plan = plans[task.plan_id]
    return [by_key[pk] for pk in task_ids if pk in by_key]


def duty(task_id: int, *, on: date, institution_id: int | None = None) -> Duty:
    """One duty on a day. Raises Task.DoesNotExist."""
    task = Task.objects.select_related(*_RELATED).annotate(agencies=_AGENCIES, whole_words=_WHOLE).get(pk=task_id)
    return _duties([task], on=on, institution_id=institution_id)[0]


def duties_named(task_ids: Sequence[int], *, on: date) -> dict[int, Duty]:
    """Some duties on a day, whatever paper they come from, by key."""
    tasks = Task.objects.filter(pk__in=task_ids).select_related(*_RELATED).annotate(agencies=_AGENCIES, whole_words=_WHOLE)
    return {one.task_id: one for one in _duties(list(tasks.order_by("id")), on=on, institution_id=None)}


def tasks_of(institution_id: int, *, on: date) -> list[Duty]:
    """The running duties an institution must act on that day, its own first, then those it shares; of the current plan."""
    plan = current_plan()
    if plan is None:
        return []
    mine = [one for one in duties(plan.pk, on=on, institution_id=institution_id) if institution_id in one.members]
    return sorted(mine, key=lambda one: one.shared)


def overdue(*, on: date) -> list[Duty]:
    """The running duties past their last day and not done, of the current plan."""
    plan = current_plan()
    return [one for one in duties(plan.pk, on=on) if one.bucket == Bucket.LATE] if plan else []


def status_counts(found: Sequence[Duty]) -> dict[str, int]:
    """How many duties stand in each place of the bar; every place is named, empty ones with 0."""
    counts = Counter(one.bucket for one in found)
    return {bucket.value: counts[bucket.value] for bucket in Bucket}


def by_agency(found: Sequence[Duty]) -> dict[str, list[Duty]]:
    """Duties under the name of who leads them today; "" holds those that wait for a decision."""
    groups: dict[str, list[Duty]] = {}
    for one in found:
        groups.setdefault(one.live.name if one.live.institution_id else "", []).append(one)
    return groups


def duty_holders(task: Task, *, on: date) -> frozenset[int]:
    """The institutions that must act on a duty on a day: one, every agency of a group, or none while a decision is awaited."""
    _live, members = Holders([task], on=on, coordinating=False).lead(task)
    return members


def responsible(task_id: int, institution_id: int, *, on: date) -> Any:
    """The person who answers for a duty in an agency on a day."""
    running = living_assignments([task_id], on=on).get((task_id, institution_id))
    return running.user if running else None


def members_of(task_id: int, *, on: date) -> list[Member]:
    """Every institution that must act on a shared duty, in the order of the yearly report; who is late first."""
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
    holders = Holders([task], on=on, coordinating=False)
    due = due_of(task, on=on)
    said = {one.institution_id: one for one in said_of([task_id], on=on).get(task_id, ())}
    running = living_assignments([task_id], on=on)
    found = []
    for pk, name, group in holders.reporting():
        if group in task.groups:
            person, mine = running.get((task_id, pk)), said.get(pk)
            status = progress.three(due=due, said=mine, needed=task.evidence_needed, on=on)
            found.append(Member(pk, name, person.user.full_name if person else "", status, mine.state if mine else DutyState.GIVEN.value))
    return sorted(found, key=lambda one: one.status.calendar != Calendar.LATE)


def in_the_name_of(username: str, *, on: date) -> list[NamedDuty]:
    """Running duties a person answers for that are not yet done in the running turn."""
    mine = list(
        living(Assignment.objects.filter(user__username=username, task__state=TaskState.ADOPTED), on=on)
        .select_related("task__clause", "task__plan__document")
        .order_by("task__position", "id")
    )
    reports = said_of({one.task_id for one in mine}, on=on)
    found = []
    for one in mine:
        task = one.task
        said = next((row for row in reports.get(task.pk, ()) if row.institution_id == one.institution_id), None)
        status = progress.three(due=due_of(task, on=on), said=said, needed=task.evidence_needed, on=on)
        state = said.state if said else DutyState.GIVEN.value
        if state in _IN_HAND or (state == DutyState.WAITING and status.declared != Declared.DONE):
            number = task.plan.document.number
            found.append(NamedDuty(task.pk, task.clause.address, task.summary, number, one.institution_id, status, state))
    return found


def without_person(institution_id: int, *, on: date) -> int:
    """How many running duties of the current plan an institution has that nobody there answers for in person.

    They are counted by who leads them; only those of a divided agency, each decided for itself, are looked at one by one.
    """
    plan = current_plan()
    if plan is None:
        return 0
    named = in_post(Assignment.objects.filter(institution_id=institution_id), on=on).values("task_id")
    tasks = Task.objects.filter(plan=plan, parent=None, lead__isnull=False, state=TaskState.ADOPTED).exclude(pk__in=named).order_by()
    by = ("lead_id", "lead__name", "function", "shared", "groups")
    holders, found = Holders.of_leads((), on=on), 0
    for row in tasks.values(*by).annotate(count=Count("id")).values_list(*by, "count", named=True):
        _live, members = holders.lead_of(row, groups=row.groups, plan=plan, address="")
        if row.shared or not holders.undecided(row, plan):
            found += row.count if institution_id in members else 0
            continue
        for address in tasks.filter(lead_id=row.lead_id, function=row.function, shared=False).values_list("clause__address", flat=True):
            found += institution_id in holders.lead_of(row, groups=row.groups, plan=plan, address=address)[1]
    return found


def nameless(institution_id: int, *, on: date, function: str = "") -> list[Task]:
    """The running duties of an institution nobody there answers for in person, of one field or of all ("")."""
    found = Task.objects.filter(state=TaskState.ADOPTED, plan__state=PlanState.ADOPTED)
    tasks = list(found.select_related("plan__document", "clause", "lead").order_by("plan_id", "position", "id"))
    return _nameless([task for task in tasks if not function or function_of(task) == function], institution_id, on=on)


def _nameless(tasks: Sequence[Task], institution_id: int, *, on: date) -> list[Task]:
    holders = Holders(tasks, on=on, coordinating=False)
    mine = [task for task in tasks if institution_id in holders.lead(task)[1]]
    rows = Assignment.objects.filter(task__in=mine, institution_id=institution_id)
    named = set(living(rows, on=on).values_list("task_id", flat=True))
    return [task for task in mine if task.pk not in named]


class Known(NamedTuple):
    """What a whole board has read already: who holds what, what was said, how many of a shared duty."""

    holders: Holders
    said: Mapping[int, Sequence[Said]]
    tallies: Mapping[int, Tally]


def full(
    tasks: Sequence[Task], known: Known, *, on: date, institution_id: int | None = None, missing: Mapping[int, int],
    sections: Mapping[int, str],
) -> list[Duty]:  # fmt: skip
    """Duties in full from what is known; tasks bring their `agencies` and `people`.

    `missing`: how many have named nobody; `sections`: where each stands. Without `institution_id` a duty many share is judged by all.
    """
    found = []
    for task in tasks:
        live, members = known.holders.lead(task)
        due = due_of(task, on=on)
        one = _own(known.said.get(task.pk, ()), institution_id, shared=task.shared)
        if institution_id is None and len(members) > 1:
            tally = known.tallies.get(task.pk, NOTHING)
            status = progress.together(due=due, tally=tally, members=len(members), on=on)
        else:
            status = progress.three(due=due, said=one, needed=task.evidence_needed, on=on)
        state = one.state if one else DutyState.GIVEN.value
        people = {one["id"]: Person(one["name"], one["account"]) for one in task.people or ()}  # type: ignore[attr-defined]
        looked_from = institution_id or (live.institution_id if not task.shared else None)
        person = people.get(looked_from) if looked_from else None
        found.append(Duty(
            task_id=task.pk, plan_id=task.plan_id, clause_id=task.clause_id, address=task.clause.address, section=sections[task.pk],
            summary=task.summary, lead_words=task.lead_words, live=live, shared=task.shared, members=members,
            coordinating=tuple(_coordinating(known.holders, task)), person=person.full_name if person else "",
            person_username=person.username if person else "", without_person=missing[task.pk],
            due_words=task.due_words, status=status, bucket=progress.bucket(status, state).value, note=task.note, state=state,
            occurrence_id=one.occurrence_id if one else 0, parent_id=task.parent_id,
            whole=task.whole_words or "",  # type: ignore[attr-defined]  # asked for with the duty
            turn=deadlines.turn_in_words(one.turn) if one else "",
        ))  # fmt: skip
    return found


def _duties(tasks: Sequence[Task], *, on: date, institution_id: int | None) -> list[Duty]:
    holders = Holders(tasks, on=on)
    ids = [task.pk for task in tasks]
    said = said_of(ids, on=on)
    people: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for (task_id, institution), row in living_assignments(ids, on=on).items():
        people[task_id].append({"id": institution, "name": row.user.full_name, "account": row.user.username})
    tallies, missing = {}, {}
    for task in tasks:
        members = holders.lead(task)[1]
        mine = (row for row in said.get(task.pk, ()) if row.institution_id in members)
        tallies[task.pk] = progress.tally(mine, needed=task.evidence_needed) if len(members) > 1 else NOTHING
        task.people = people[task.pk]  # type: ignore[attr-defined]
        judged = members if institution_id is None else members & {institution_id}
        runs = task.plan.state == PlanState.ADOPTED
        missing[task.pk] = len(judged - {one["id"] for one in people[task.pk]}) if runs else 0
    return full(
        tasks,
        Known(holders, said, tallies),
        on=on,
        institution_id=institution_id,
        missing=missing,
        sections={task.pk: _section(task) for task in tasks},
    )


def _own(said: Sequence[Said], institution_id: int | None, *, shared: bool) -> Said | None:
    """The occurrence a duty is judged by: of the agency asked for; of what one agency leads, the one, whoever held it before."""
    if institution_id is None and shared:
        return None
    mine = next((row for row in said if row.institution_id == institution_id), None)
    return mine or next((row for row in said if row.alone), None)


def due_of(task: Task, *, on: date) -> date | None:
    """The last day the rule of a duty gives for the period a day falls in; None without a deadline."""
    deadline = deadline_of(task)
    return deadlines.due_in(deadline, on=on) if deadline else None


def deadline_of(task: Task) -> Deadline | None:
    """The deadline of a task as a value."""
    if not task.due_rule:
        return None
    return Deadline(DueRule(task.due_rule), task.due_words, on=task.due_on, month=task.due_month, day=task.due_day)


def _coordinating(holders: Holders, task: Task) -> list[Coordinating]:
    found = []
    for agency in task.agencies:  # type: ignore[attr-defined]  # asked for with the duty, as words, id and name
        one = Coordinating(agency["words"])
        if agency["id"]:
            live, _each = holders.of(agency["id"], agency["name"], task)
            if live.institution_id and live.changed:
                one = replace(one, now=live.name)
        found.append(one)
    return found


def _section(task: Task) -> str:
    """The address of the section a duty stands in: the second level ("IV.1"), or the clause itself when it stands higher."""
    clause = task.clause
    while clause.level > 2 and clause.parent is not None:
        clause = clause.parent
    return clause.address

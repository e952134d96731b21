"""Duties of whole plans as light lines: read in one question with what was said of them, judged without the words of a page."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BooleanField, ExpressionWrapper, FilteredRelation, Func, Q, TextField, Value

from mangnon.lib.calendar import end_of
from mangnon.plans.models import Assignment, Plan, Task
from mangnon.plans.queries import occurrences
from mangnon.plans.queries.holders import Holders
from mangnon.plans.queries.people import in_post
from mangnon.plans.records import Deadline, LiveDuty
from mangnon.plans.rules import deadlines, progress
from mangnon.plans.rules.progress import NOTHING, Said, Tally
from mangnon.plans.vocabulary import DueRule, DutyState, PlanState, TaskState

_GIVEN = DutyState.GIVEN.value


class Line(NamedTuple):
    """One duty on the board: where it stands, who acts, how it is. `late`: days past the deadline in force; `first_late`: the first.

    `parent_id` is there where it is a part of another duty, `depth` levels below the whole.
    """

    task_id: int
    plan_id: int
    clause_id: int
    address: str
    section: str
    lead_words: str
    leader: int | None
    leader_name: str
    members: frozenset[int]
    shared: bool
    waits: bool
    nameless: int
    bucket: str
    state: str
    due: date | None
    late: int
    first_late: int
    waiting: int  # occurrences declared done that nobody has confirmed or returned
    parent_id: int | None = None
    depth: int = 0


class Row(NamedTuple):
    """A duty as its table has it, with the place of its clause; `groups` as one text, since most have none."""

    id: int
    plan_id: int
    parent_id: int | None
    clause_id: int
    address: str
    position: int
    lead_id: int | None
    lead__name: str | None
    lead_words: str
    function: str
    shared: bool
    groups: str
    due_rule: str
    due_on: date | None
    due_month: int | None
    due_day: int | None
    evidence_needed: int
    note: str


_DUTY = (
    "id", "plan_id", "parent_id", "clause_id", "clause__address", "clause__position", "lead_id", "lead__name", "lead_words", "function",
    "shared", "group_words", "due_rule", "due_on", "due_month", "due_day", "evidence_needed", "note",
)  # fmt: skip
_RUN = ("said_on", "declared", "percent", "evidence", "done_on", "state", "first_due", "due", "id", "turn")
_WIDTH = len(_DUTY)


def rows(plan_ids: Collection[int], *, on: date, dues: Mapping[int, date]) -> tuple[list[Row], dict[int, Said]]:
    """Every duty of some plans in printed order, parts after their whole, and what was said of those one agency leads."""
    run = FilteredRelation("occurrences", condition=Q(occurrences__alone=True) & occurrences.runs(on, "occurrences__"))
    tasks = Task.objects.filter(plan_id__in=plan_ids).exclude(state=TaskState.REMOVED).annotate(
        run=run, group_words=Func("groups", Value(","), function="array_to_string", output_field=TextField()),
        said_later=ExpressionWrapper(Q(run__said_on__gt=on), BooleanField()),
        moved_later=ExpressionWrapper(Q(run__state_since__gte=end_of(on)), BooleanField()),
    )  # fmt: skip
    found: dict[int, Row] = {}
    said: dict[int, Said] = {}
    said_later, moved_later = [], []
    columns = (*_DUTY, *(f"run__{name}" for name in _RUN), "said_later", "moved_later")
    for row in tasks.order_by("plan_id", "position", "id", "run__id").values_list(*columns):
        pk = row[0]
        found[pk] = Row._make(row[:_WIDTH])
        spoke, declared, percent, evidence, done, state, first, due, occurrence, turn, later, moved = row[_WIDTH:]
        if occurrence is not None:
            said[pk] = Said(0, spoke, declared, percent, evidence, done, state, first, due, pk, occurrence, turn)
            if later:
                said_later.append(occurrence)
            if moved:
                moved_later.append(occurrence)
    if said_later or moved_later or dues:
        said = {one.task_id: one for one in occurrences.as_of(list(said.values()), said_later, moved_later, on=on, dues=dues)}
    return list(found.values()), said


def named(plan_ids: Collection[int], *, on: date) -> dict[int, frozenset[int]]:
    """The institutions in which somebody answers for a duty in person on a day, by duty."""
    rows = in_post(Assignment.objects.filter(task__in=Task.objects.filter(plan_id__in=plan_ids)), on=on)
    found = rows.order_by().values("task_id").annotate(there=ArrayAgg("institution_id"))
    return {task: frozenset(there) for task, there in found.values_list("task_id", "there")}


class Heard(NamedTuple):
    """What has been said of duties, by duty: where one agency leads, of one agency's part in what many share, by all of them counted."""

    alone: Mapping[int, Said]
    own: Mapping[int, Said]
    tallies: Mapping[int, Tally]


class Judge:
    """Turns rows into lines for one day: who answers is asked once for each agency and field, deadlines once for each rule."""

    def __init__(self, holders: Holders, plans: Mapping[int, Plan], people: Mapping[int, frozenset[int]], *, on: date) -> None:
        self.holders, self.on = holders, on
        self.plans, self._people = plans, people
        self._dues: dict[tuple[Any, ...], date | None] = {}
        self._leads: dict[tuple[Any, ...], tuple[LiveDuty, frozenset[int]]] = {}

    def lead(self, row: Row) -> tuple[LiveDuty, frozenset[int]]:
        """Who answers for a duty, and everybody who must act."""
        key = (row.lead_id, row.function, row.shared, row.groups, row.plan_id)
        known = self._leads.get(key)
        if known is None:
            plan = self.plans[row.plan_id]
            known = self.holders.lead_of(row, groups=row.groups.split(","), plan=plan, address=row.address)
            if row.lead_id is not None and not self.holders.undecided(row, plan):
                self._leads[key] = known
        return known

    def _due_of(self, row: Row) -> date | None:
        rule = (row.due_rule, row.due_on, row.due_month, row.due_day)
        if rule not in self._dues:
            deadline = Deadline(DueRule(row.due_rule), "", on=row.due_on, month=row.due_month, day=row.due_day) if row.due_rule else None
            self._dues[rule] = deadlines.due_in(deadline, on=self.on) if deadline else None
        return self._dues[rule]

    def line(self, row: Row, section: str, said: Heard, *, institution_id: int | None, depth: int = 0) -> Line:
        """One duty judged: where many must act by all of them, or by the one looked from; else by what its agency has said."""
        live, members = self.lead(row)
        due = first = self._due_of(row)
        state, on = _GIVEN, self.on
        several = row.shared or len(members) > 1
        if several and institution_id is None:
            tally = said.tallies.get(row.id, NOTHING)
            bucket = progress.bucket_together(due=due, tally=tally, members=len(members), on=on)
            done = tally.last_done if tally.done >= len(members) - tally.excused else None
            waiting = tally.waiting
        else:
            one = (said.own if several else said.alone).get(row.id)
            bucket = progress.bucket_of(due=due, said=one, needed=row.evidence_needed, on=on)
            done, waiting = progress.done_day(one), 0
            if one:
                state, due, first = one.state, one.due or due, one.first_due or due
                waiting = int(state == DutyState.WAITING)
        late = _late(due, done, on)
        judged = members if institution_id is None else members & {institution_id}
        there = self._people.get(row.id)
        nameless = 0 if there and judged <= there else len(judged - there) if there else len(judged)
        return Line(
            row.id, row.plan_id, row.clause_id, row.address, section, row.lead_words, live.institution_id, live.name, members, row.shared,
            live.needs_decision, nameless if self.plans[row.plan_id].state == PlanState.ADOPTED else 0, bucket.value, state, due,
            late, late if first is due else _late(first, done, on), waiting, row.parent_id, depth,
        )  # fmt: skip


def _late(due: date | None, done: date | None, on: date) -> int:
    day = done or on
    return (day - due).days if due is not None and day > due else 0


def in_tree(rows: Collection[Row]) -> Iterable[tuple[Row, int]]:
    """Duties in printed order, each followed by its parts to any depth, with how deep each stands."""
    known = {row.id for row in rows}
    children: dict[int, list[Row]] = {}
    wholes = []
    for row in rows:
        if row.parent_id is None or row.parent_id not in known:
            wholes.append(row)
        else:
            children.setdefault(row.parent_id, []).append(row)
    for whole in wholes:
        yield whole, 0
        if whole.id in children:
            yield from _below(whole.id, children, 1)


def _below(pk: int, children: Mapping[int, Sequence[Row]], depth: int) -> Iterable[tuple[Row, int]]:
    for row in children.get(pk, ()):
        yield row, depth
        yield from _below(row.id, children, depth + 1)

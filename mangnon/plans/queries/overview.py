"""A plan at a glance: every duty as one light line, so that thousands are counted and filtered at once; in full only what is shown.

Who looks at a page of 5,000 duties sees 50 of them: the board asks a fixed number of questions however many there are.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Q

from mangnon.lib.calendar import end_of
from mangnon.plans.models import Assignment, Clause, Extension, Plan, Task
from mangnon.plans.queries import occurrences
from mangnon.plans.queries.duties import Known, full, tasks_in_order
from mangnon.plans.queries.holders import Holders
from mangnon.plans.queries.people import Person, living
from mangnon.plans.records import Deadline, Duty
from mangnon.plans.rules import deadlines, progress
from mangnon.plans.rules.progress import NOTHING, Bucket, Said, Tally
from mangnon.plans.vocabulary import Declared, DueRule, DutyState, ExtensionState, PlanState, TaskState

_DONE = Q(declared=Declared.DONE) & ~Q(state__in=(DutyState.RETURNED, DutyState.CANCELLED))
_GIVEN = DutyState.GIVEN.value


class Heading(NamedTuple):
    """One clause of a plan, and the address of the second level it stands under ("IV.1")."""

    id: int
    plan_id: int
    address: str
    level: int
    mark: str
    title: str
    text: str
    parent_id: int | None
    corrected: bool
    section: str


class Line(NamedTuple):
    """One duty on the board: where it stands, who acts, how it is. `late`: days past the deadline in force; `first_late`: the first."""

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


class Change(NamedTuple):
    """A lead agency of the paper that another answers for on the day, and on what ground."""

    printed: str
    now: str
    why: str


class Board:
    """Some plans on a day: their clauses, their duties in printed order, where a later deadline waits for a decision."""

    def __init__(
        self, *, on: date, institution_id: int | None, outline: Mapping[int, Heading], lines: Sequence[Line], asked: frozenset[int],
        changes: Sequence[Change], known: Known,
    ) -> None:  # fmt: skip
        self.on, self.institution_id, self.outline, self.lines, self.asked, self.changes = (
            on,
            institution_id,
            outline,
            lines,
            asked,
            changes,
        )
        self._known = known

    @property
    def printed(self) -> frozenset[str]:
        """Lead agencies in the words of the papers."""
        return frozenset(line.lead_words for line in self.lines)

    def counts(self) -> dict[str, int]:
        """How many duties stand in each place of the bar."""
        found = Counter(line.bucket for line in self.lines)
        return {bucket.value: found[bucket.value] for bucket in Bucket}

    def by_person(self, institution_id: int) -> dict[str, list[Line]]:
        """The duties of an institution by the user name of who answers for them there."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            person = self._known.people.get(line.task_id, {}).get(institution_id)
            if person is not None and institution_id in line.members:
                found[person.username].append(line)
        return found

    def full(self, lines: Iterable[Line]) -> dict[int, Duty]:
        """Some of the duties in full, by key, in the order given."""
        tasks = tasks_in_order([line.task_id for line in lines])
        return {one.task_id: one for one in full(tasks, self._known, on=self.on, institution_id=self.institution_id)}


def board(plans: Sequence[Plan], *, on: date, institution_id: int | None = None) -> Board:
    """Every duty of some plans on a day. With `institution_id` duties many share are judged by that institution's own part."""
    by_key = {plan.pk: plan for plan in plans}
    ids = list(by_key)
    headings = outline(ids)
    holders = Holders.of_leads((), on=on)
    extensions = _Extensions(ids, on=on)
    alone = {one.task_id: one for one in occurrences.rows(None, on=on, plan_ids=ids, alone=True, dues=extensions.dues)}
    own = {} if institution_id is None else _own(ids, institution_id, on=on, dues=extensions.dues)
    tallies = {} if institution_id is not None else _tallies(ids, on=on, acting=[pk for pk, _name, _group in holders.reporting()])
    people = _people(ids, on=on)
    dues: dict[tuple[Any, ...], date | None] = {}
    changes: dict[str, Change] = {}
    lines = []
    for row in _rows(ids):
        plan, heading = by_key[row.plan_id], headings[row.clause_id]
        live, members = holders.lead_of(row, plan=plan, address=heading.address)
        if live.changed and live.institution_id and not row.shared:
            changes[row.lead_words] = Change(row.lead_words, live.name, live.why)
        rule = (row.due_rule, row.due_on, row.due_month, row.due_day)
        if rule not in dues:
            dues[rule] = _due(rule, on=on)
        due, first, state = dues[rule], dues[rule], _GIVEN
        several = row.shared or len(members) > 1
        if several and institution_id is None:
            tally = tallies.get(row.id, NOTHING)
            bucket = progress.bucket_together(due=due, tally=tally, members=len(members), on=on)
            done = tally.last_done if tally.done >= len(members) - tally.excused else None
            waiting = tally.waiting
        else:
            said = own.get(row.id) if several else alone.get(row.id)
            bucket = progress.bucket_of(due=due, said=said, needed=row.evidence_needed, on=on)
            done = progress.done_day(said)
            waiting = int(said is not None and said.state == DutyState.WAITING)
            if said:
                state, due, first = said.state, said.due or due, said.first_due or due
        there = people.get(row.id, {}).keys()
        judged = members if institution_id is None else members & {institution_id}
        lines.append(Line(
            row.id, row.plan_id, row.clause_id, heading.address, heading.section, row.lead_words, live.institution_id, live.name, members,
            row.shared, live.needs_decision, 0 if plan.state != PlanState.ADOPTED else len(judged - there), bucket.value, state, due,
            _late(due, done, on), _late(first, done, on), waiting,
        ))  # fmt: skip
    known = Known(holders, {pk: (one,) for pk, one in (alone | own).items()}, tallies, people)
    return Board(
        on=on, institution_id=institution_id, outline=headings, lines=lines, asked=extensions.asked, changes=tuple(changes.values()),
        known=known,
    )  # fmt: skip


def outline(plan_ids: Collection[int]) -> dict[int, Heading]:
    """The clauses of some plans in printed order."""
    found: dict[int, Heading] = {}
    rows = Clause.objects.filter(plan_id__in=plan_ids).order_by("plan_id", "position")
    names = ("id", "plan_id", "address", "level", "mark", "title", "text", "parent_id", "corrected_by")
    for pk, plan, address, level, mark, title, text, parent, corrected in rows.values_list(*names):
        section = address if level <= 2 or parent not in found else found[parent].section
        found[pk] = Heading(pk, plan, address, level, mark, title, text, parent, bool(corrected), section)
    return found


def late_by_agency(lines: Iterable[Line]) -> dict[int | None, list[Line]]:
    """Late duties by who leads them today; None: those that wait for a decision."""
    found: dict[int | None, list[Line]] = {}
    for line in lines:
        if line.bucket == Bucket.LATE:
            found.setdefault(line.leader, []).append(line)
    return found


def _rows(plan_ids: Collection[int]) -> Iterable[Any]:
    tasks = Task.objects.filter(plan_id__in=plan_ids, parent=None).exclude(state=TaskState.REMOVED).order_by("plan_id", "position", "id")
    return tasks.values_list(
        "id", "plan_id", "clause_id", "lead_id", "lead__name", "lead_words", "function", "shared", "groups", "due_rule", "due_on",
        "due_month", "due_day", "evidence_needed", "note", named=True,
    )  # fmt: skip


def _late(due: date | None, done: date | None, on: date) -> int:
    return max(0, ((done or on) - due).days) if due else 0


def _due(rule: tuple[Any, ...], *, on: date) -> date | None:
    if not rule[0]:
        return None
    return deadlines.due_in(Deadline(DueRule(rule[0]), "", on=rule[1], month=rule[2], day=rule[3]), on=on)


def _own(plan_ids: Collection[int], institution_id: int, *, on: date, dues: Mapping[int, date]) -> dict[int, Said]:
    """What one institution has said of its part in shared duties."""
    found = occurrences.rows(None, on=on, plan_ids=plan_ids, alone=False, institution_id=institution_id, dues=dues)
    return {one.task_id: one for one in found}


def _tallies(plan_ids: Collection[int], *, on: date, acting: Collection[int]) -> dict[int, Tally]:
    """Shared duties counted in the database; those with something said or decided after the day are told from their history.

    Only agencies of the day count: what one that has ended left behind is nobody's part any more.
    """
    later = Q(said_on__gt=on) | Q(state_since__gte=end_of(on))
    rows = (
        occurrences.running(on)
        .filter(task__plan_id__in=plan_ids, alone=False, institution_id__in=acting)
        .order_by("task_id")
        .values("task_id")
        .annotate(
            later=Count("id", filter=later),
            spoke=Count("id", filter=Q(said_on__isnull=False) & ~Q(state=DutyState.CANCELLED)),
            done=Count("id", filter=_DONE),
            proved=Count("id", filter=_DONE & Q(evidence__gte=F("task__evidence_needed"))),
            last=Max("done_on", filter=_DONE),
            excused=Count("id", filter=Q(state=DutyState.CANCELLED)),
            waiting=Count("id", filter=Q(state=DutyState.WAITING)),
        )
    )
    found, changed = {}, []
    for row in rows:
        found[row["task_id"]] = Tally(row["spoke"], row["done"], row["proved"], row["last"], row["excused"], row["waiting"])
        if row["later"]:
            changed.append(row["task_id"])
    if changed:
        needed = dict(Task.objects.filter(pk__in=changed).values_list("id", "evidence_needed"))
        there = frozenset(acting)
        for task_id, said in occurrences.said(changed, on=on).items():
            found[task_id] = progress.tally((row for row in said if row.institution_id in there), needed=needed[task_id])
    return found


def _people(plan_ids: Collection[int], *, on: date) -> dict[int, dict[int, Person]]:
    """Who answers in person for each duty, by institution."""
    rows = living(Assignment.objects.filter(task__plan_id__in=plan_ids), on=on).order_by("task_id").values("task_id")
    found = rows.annotate(
        there=ArrayAgg("institution_id", order_by="id"), names=ArrayAgg("user__full_name", order_by="id"),
        accounts=ArrayAgg("user__username", order_by="id"),
    )  # fmt: skip
    return {
        row["task_id"]: {pk: Person(name, account) for pk, name, account in zip(row["there"], row["names"], row["accounts"], strict=True)}
        for row in found
    }


class _Extensions:
    """Where a later deadline waits for a decision, and the deadlines in force on a day that have been moved since."""

    def __init__(self, plan_ids: Collection[int], *, on: date) -> None:
        waits = Q(state=ExtensionState.ASKED)
        since = Q(state=ExtensionState.GRANTED, decided_at__gte=end_of(on))
        rows = Extension.objects.filter(waits | since, occurrence__task__plan_id__in=plan_ids).order_by("decided_at", "id")
        asked: set[int] = set()
        self.dues: dict[int, date] = {}
        for state, task, occurrence, before in rows.values_list("state", "occurrence__task_id", "occurrence_id", "due_before"):
            if state == ExtensionState.ASKED:
                asked.add(task)
            else:
                self.dues.setdefault(occurrence, before)
        self.asked = frozenset(asked)

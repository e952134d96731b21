"""A plan at a glance: every duty as one light line, so that thousands are counted and filtered at once; details only of what is shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Q

from mangnon.lib.calendar import end_of
from mangnon.plans.models import Assignment, Clause, Extension, Plan, Task
from mangnon.plans.queries import occurrences
from mangnon.plans.queries.holders import Holders
from mangnon.plans.queries.people import living
from mangnon.plans.records import Deadline
from mangnon.plans.rules import deadlines, progress
from mangnon.plans.rules.progress import Bucket, Said, Tally
from mangnon.plans.vocabulary import Declared, DueRule, DutyState, ExtensionState, TaskState

_DONE = Q(declared=Declared.DONE) & ~Q(state__in=(DutyState.RETURNED, DutyState.CANCELLED))


class Heading(NamedTuple):
    """One clause without its text: where it stands."""

    id: int
    address: str
    level: int
    mark: str
    title: str
    parent_id: int | None
    section: str  # the address of the second level it stands under ("IV.1")


class Line(NamedTuple):
    """One duty on the board: where it stands, who acts, how it is. `late` days past the deadline in force, `first_late` past the first."""

    task_id: int
    plan_id: int
    clause_id: int
    address: str
    section: str
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
    evidence: int
    needed: int


class Change(NamedTuple):
    """A lead agency of the paper that another answers for on the day, and on what ground."""

    printed: str
    now: str
    why: str


class Board(NamedTuple):
    """A plan on a day: its outline, its duties in printed order, and where a later deadline waits for a decision."""

    outline: dict[int, Heading]
    lines: list[Line]
    asked: frozenset[int]
    printed: frozenset[str]  # lead agencies in the words of the papers
    changes: tuple[Change, ...]

    def counts(self) -> dict[str, int]:
        """How many duties stand in each place of the bar."""
        found = Counter(line.bucket for line in self.lines)
        return {bucket.value: found[bucket.value] for bucket in Bucket}


def outline(plan_ids: Collection[int]) -> dict[int, Heading]:
    """The clauses of some plans in printed order, without their text."""
    found: dict[int, Heading] = {}
    rows = Clause.objects.filter(plan_id__in=plan_ids).order_by("plan_id", "position")
    for pk, address, level, mark, title, parent in rows.values_list("id", "address", "level", "mark", "title", "parent_id"):
        section = address if level <= 2 or parent not in found else found[parent].section
        found[pk] = Heading(pk, address, level, mark, title, parent, section)
    return found


def board(plans: Sequence[Plan], *, on: date, institution_id: int | None = None) -> Board:
    """Every duty of some plans on a day. With `institution_id` shared duties are judged by that institution's own part."""
    by_key = {plan.pk: plan for plan in plans}
    ids = list(by_key)
    headings = outline(ids)
    tasks = list(
        Task.objects.filter(plan_id__in=ids)
        .exclude(state=TaskState.REMOVED)
        .order_by("plan_id", "position", "id")
        .values_list(
            "id", "plan_id", "clause_id", "lead_id", "lead__name", "lead_words", "function", "shared", "groups", "due_rule", "due_on", "due_month",
            "due_day", "evidence_needed", "note", named=True,
        )
    )  # fmt: skip
    holders = Holders.of_leads({row.lead_id for row in tasks if row.lead_id}, on=on)
    alone = {one.task_id: one for one in occurrences.rows(None, on=on, plan_ids=ids, alone=True)}
    own = {} if institution_id is None else _own(ids, institution_id, on=on)
    tallies = {} if institution_id is not None else _tallies(ids, on=on)
    named = _named(ids, on=on)
    dues: dict[tuple[Any, ...], date | None] = {}
    lines = []
    changes: dict[str, Change] = {}
    for row in tasks:
        live, members = holders.lead_of(row, plan=by_key[row.plan_id], address=headings[row.clause_id].address)
        rule = (row.due_rule, row.due_on, row.due_month, row.due_day)
        if rule not in dues:
            dues[rule] = _due(rule, on=on)
        heading = headings[row.clause_id]
        if live.changed and live.institution_id and not row.shared:
            changes[row.lead_words] = Change(row.lead_words, live.name, live.why)
        several = row.shared or len(members) > 1
        if several and institution_id is None:
            tally = tallies.get(row.id, Tally(0, 0, 0, None))
            status = progress.together(due=dues[rule], tally=tally, members=len(members), on=on)
            state, evidence = DutyState.GIVEN.value, tally.proved
            first: date | None = dues[rule]
            done = tally.last_done if tally.done >= len(members) - tally.excused else None
        else:
            said = own.get(row.id) if several else alone.get(row.id)
            status = progress.three(due=dues[rule], said=said, needed=row.evidence_needed, on=on)
            state, evidence = (said.state, said.evidence) if said else (DutyState.GIVEN.value, 0)
            first = status.first_due or status.due
            done = progress.done_day(said)
        asked = members if institution_id is None else members & {institution_id}
        lines.append(Line(
            row.id, row.plan_id, row.clause_id, heading.address, heading.section, live.institution_id, live.name, members, row.shared,
            live.needs_decision, len(asked - named.get(row.id, frozenset())), progress.bucket(status, state).value, state, status.due,
            _late(status.due, done, on), _late(first, done, on), evidence, row.evidence_needed,
        ))  # fmt: skip
    return Board(headings, lines, _asked(ids), frozenset(row.lead_words for row in tasks), tuple(changes.values()))


def _late(due: date | None, done: date | None, on: date) -> int:
    return max(0, ((done or on) - due).days) if due else 0


def _due(rule: tuple[Any, ...], *, on: date) -> date | None:
    if not rule[0]:
        return None
    return deadlines.due_in(Deadline(DueRule(rule[0]), "", on=rule[1], month=rule[2], day=rule[3]), on=on)


def _own(plan_ids: Collection[int], institution_id: int, *, on: date) -> dict[int, Said]:
    """What one institution has said of its part in shared duties."""
    found = occurrences.rows(None, on=on, plan_ids=plan_ids, alone=False, institution_id=institution_id)
    return {one.task_id: one for one in found}


def _tallies(plan_ids: Collection[int], *, on: date) -> dict[int, Tally]:
    """Shared duties counted in the database; those with something said or decided after the day are told from their history."""
    night = end_of(on)
    later = Q(said_on__gt=on) | Q(state_since__gte=night)
    rows = (
        occurrences.running(on)
        .filter(task__plan_id__in=plan_ids, alone=False, institution__isnull=False)
        .order_by("task_id")
        .values("task_id")
        .annotate(
            later=Count("id", filter=later),
            spoke=Count("id", filter=Q(said_on__isnull=False) & ~Q(state=DutyState.CANCELLED)),
            done=Count("id", filter=_DONE),
            proved=Count("id", filter=_DONE & Q(evidence__gte=F("task__evidence_needed"))),
            last=Max("done_on", filter=_DONE),
            excused=Count("id", filter=Q(state=DutyState.CANCELLED)),
        )
    )
    found, changed = {}, []
    for row in rows:
        found[row["task_id"]] = Tally(row["spoke"], row["done"], row["proved"], row["last"], row["excused"])
        if row["later"]:
            changed.append(row["task_id"])
    if changed:
        needed = dict(Task.objects.filter(pk__in=changed).values_list("id", "evidence_needed"))
        for task_id, said in occurrences.said(changed, on=on).items():
            found[task_id] = progress.tally(said, needed=needed[task_id])
    return found


def _named(plan_ids: Collection[int], *, on: date) -> dict[int, frozenset[int]]:
    """In which institutions somebody answers in person for each duty."""
    rows = living(Assignment.objects.filter(task__plan_id__in=plan_ids), on=on).order_by("task_id").values("task_id")
    return {row["task_id"]: frozenset(row["there"]) for row in rows.annotate(there=ArrayAgg("institution_id"))}


def _asked(plan_ids: Collection[int]) -> frozenset[int]:
    rows = Extension.objects.filter(state=ExtensionState.ASKED, occurrence__task__plan_id__in=plan_ids)
    return frozenset(rows.values_list("occurrence__task_id", flat=True))


def late_by_agency(lines: Iterable[Line]) -> dict[int | None, list[Line]]:
    """Late duties by who leads them today; None: those that wait for a decision."""
    found: dict[int | None, list[Line]] = {}
    for line in lines:
        if line.bucket == Bucket.LATE:
            found.setdefault(line.leader, []).append(line)
    return found


def clause_texts(clause_ids: Collection[int]) -> list[Clause]:
    """Some clauses with their text, in printed order."""
    return list(Clause.objects.filter(pk__in=clause_ids).order_by("position"))

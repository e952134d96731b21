"""What a plan still lacks, links between clauses, a duty with its parts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from mangnon.plans import records
from mangnon.plans.models import Clause, ClauseLink, ClauseWaiver, Plan, Task
from mangnon.plans.queries.duties import duties
from mangnon.plans.queries.lines import Line
from mangnon.plans.queries.occurrences import said as said_of
from mangnon.plans.queries.overview import Board
from mangnon.plans.queries.work import issued_keys, missing, owing_keys, own_plans
from mangnon.plans.records import ClauseEnd, ClauseGap, Gaps, Subtask
from mangnon.plans.rules import gaps as gap_rules
from mangnon.plans.rules import subtasks as subtask_rules
from mangnon.plans.rules.subtasks import Part
from mangnon.plans.vocabulary import Calendar, TaskState

_SHOWN = 160  # characters of a clause in a list
_CLAUSE = ("id", "address", "level", "title", "text", "parent__address", "inner")
_SHORT = ("id", "address", "level", "title", "text", "parent", "inner")


def gaps(plan: Plan, found: Board, *, year: int) -> Gaps:
    """What a plan lacks, from its board of a day."""
    reasons = {row.clause_id: row.reason for row in ClauseWaiver.objects.filter(clause__plan=plan, withdrawn_at=None).order_by("id")}
    open_: list[ClauseGap] = []
    waived: list[ClauseGap] = []
    clauses = _without_duty(plan.pk).values_list(*_CLAUSE)
    keys = {row[1]: row[0] for row in clauses}
    for clause in _uncovered([row[1:] for row in clauses], found):
        key = keys[clause.id]
        gap = ClauseGap(key, clause.id, " ".join(clause.words.split())[:_SHOWN], reasons.get(key, ""))
        (waived if key in reasons else open_).append(gap)
    lacking = {
        "person": [one for one in found.lines if one.nameless], "deadline": [one for one in found.lines if one.due is None],
        "lead": [one for one in found.lines if _leaderless(one)],
    }  # fmt: skip
    full = found.full({one.task_id: one for lines in lacking.values() for one in lines}.values())
    kept = {kind: tuple(full[one.task_id] for one in lines) for kind, lines in lacking.items()}
    return Gaps(
        clauses=tuple(open_), waived=tuple(waived), agencies=tuple(missing(own_plans(plan, year=year, on=found.on))),
        without_person=kept["person"], without_deadline=kept["deadline"], without_lead=kept["lead"],
    )  # fmt: skip


def gap_counts(plan: Plan, found: Board, *, year: int) -> dict[str, int]:
    """How many gaps of each kind a plan has: clauses, agencies, duties without person, day, lead. One question."""
    waivers = ClauseWaiver.objects.filter(clause__plan=OuterRef("pk"), withdrawn_at=None).order_by("id").values("clause__address")
    clauses = _without_duty(plan.pk).values(one=JSONObject(**dict(zip(_SHORT, _CLAUSE, strict=True))))
    waived, without, owing, issued = (
        Plan.objects.filter(pk=plan.pk)
        .values_list(
            ArraySubquery(waivers), ArraySubquery(clauses),
            ArraySubquery(owing_keys(plan, on=found.on)), ArraySubquery(issued_keys(plan, year=year)),
        )
        .get()
    )  # fmt: skip
    open_ = _uncovered([[row[name] for name in _SHORT[1:]] for row in without], found)
    return {
        "dieu-khoan": sum(one.id not in waived for one in open_), "don-vi": len(set(owing) - set(issued)),
        "nguoi": sum(bool(one.nameless) for one in found.lines), "han": sum(one.due is None for one in found.lines),
        "chu-tri": sum(map(_leaderless, found.lines)),
    }  # fmt: skip


def clause_links(plan_id: int) -> dict[int, tuple[list[ClauseEnd], list[ClauseEnd]]]:
    """By clause of a plan: (what it carries out, what carries it out)."""
    rows = (
        ClauseLink.objects.filter(Q(source__plan_id=plan_id) | Q(target__plan_id=plan_id), withdrawn_at=None)
        .select_related("source__plan__document", "target__plan__document", "document")
        .order_by("source__position", "id")
    )
    found: dict[int, tuple[list[ClauseEnd], list[ClauseEnd]]] = defaultdict(lambda: ([], []))
    for row in rows:
        if row.source.plan_id == plan_id:
            found[row.source_id][0].append(_end(row, row.target))
        if row.target is not None and row.target.plan_id == plan_id:
            found[row.target.pk][1].append(_end(row, row.source))
    return dict(found)


def subtasks(task_id: int, *, on: date) -> tuple[list[Subtask], records.Gathered | None]:
    """The parts of a duty in the order of their tree, to any depth, and how far the duty is by them."""
    root = Task.objects.get(pk=task_id)
    parents = dict(
        Task.objects.filter(clause_id=root.clause_id, parent__isnull=False)
        .exclude(state=TaskState.REMOVED)
        .values_list("pk", "parent_id")
        .order_by("id")
    )
    if task_id not in parents.values():
        return [], None
    by_id = {one.task_id: one for one in duties(root.plan_id, on=on, clause_id=root.clause_id, subtasks=True)}
    said = {pk: next((one for one in rows if one.alone), None) for pk, rows in said_of(by_id, on=on).items()}
    children: dict[int, list[int]] = defaultdict(list)
    for pk, parent in parents.items():
        if parent is not None:
            children[parent].append(pk)
    lines: list[Subtask] = []

    def walk(pk: int, depth: int) -> tuple[Part, ...]:
        parts = []
        for child in children.get(pk, ()):
            duty, at = by_id[child], len(lines)
            lines.append(Subtask(duty, depth, None))
            inner = walk(child, depth + 1)
            lines[at] = Subtask(duty, depth, subtask_rules.gather(inner))
            late = duty.status.calendar == Calendar.LATE
            parts.append(subtask_rules.part(said.get(child), late=late, parts=inner))
        return tuple(parts)

    return lines, subtask_rules.gather(walk(task_id, 1))


def task_line(task: Task) -> list[Task]:
    """The duties a part stands under, the highest first; empty for a duty cut from a clause."""
    line: list[Task] = []
    parent_id = task.parent_id
    while parent_id is not None:
        parent = Task.objects.select_related("clause").get(pk=parent_id)
        line.insert(0, parent)
        parent_id = parent.parent_id
    return line


def clauses_of(plan_id: int) -> list[tuple[int, str, str]]:
    """(key, address, first words) of every clause of a plan, to choose one from."""
    rows = Clause.objects.filter(plan_id=plan_id).order_by("position").values_list("pk", "address", "title", "text")
    return [(pk, address, (title or text)[:90]) for pk, address, title, text in rows]


def _without_duty(plan_id: int) -> QuerySet[Clause]:
    """The clauses of a plan that give no duty themselves or have others under them: of thousands the few a gap may be among."""
    tasks = Task.objects.filter(clause=OuterRef("pk"), parent=None).exclude(state=TaskState.REMOVED)
    found = Clause.objects.filter(plan_id=plan_id).alias(tasked=Exists(tasks))
    found = found.annotate(inner=Exists(Clause.objects.filter(parent=OuterRef("pk"))))
    return found.filter(Q(tasked=False) | Q(inner=True)).order_by("position")


def _uncovered(rows: Iterable[Sequence[Any]], found: Board) -> list[records.Clause]:
    clauses, parents = [], []
    for address, level, title, text, parent, inner in rows:
        clauses.append(records.Clause(id=address, level=level, mark="", title=title, text=text, parent=parent))
        if inner:
            parents.append(address)
    return gap_rules.uncovered(clauses, tasked={line.address for line in found.lines}, parents=parents)


def _leaderless(line: Line) -> bool:
    return line.leader is None and not line.waits and not line.members


def _end(row: ClauseLink, clause: Clause | None) -> ClauseEnd:
    document = clause.plan.document if clause else row.document
    name = f"{document.kind} {document.number}" if document else ""
    words = " ".join((clause.title or clause.text).split())[:_SHOWN] if clause else row.words
    return ClauseEnd(row.pk, clause.plan_id if clause else None, clause.address if clause else "", name, words, row.verified)

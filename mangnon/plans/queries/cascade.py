"""What a plan still lacks, links between clauses, a duty with its parts."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from mangnon.plans import records
from mangnon.plans.models import Clause, ClauseLink, ClauseWaiver, Plan, Task
from mangnon.plans.queries.duties import duties
from mangnon.plans.queries.work import missing, missing_count, own_plans
from mangnon.plans.records import ClauseEnd, ClauseGap, Duty, Gaps, Subtask
from mangnon.plans.rules import gaps as gap_rules
from mangnon.plans.rules import subtasks as subtask_rules
from mangnon.plans.rules.subtasks import Part
from mangnon.plans.vocabulary import Calendar, TaskState

_SHOWN = 160  # characters of a clause in a list


def gaps(plan: Plan, found: Sequence[Duty], clauses: Sequence[Clause], *, on: date, year: int) -> Gaps:
    """What the plan lacks on a day, from its duties and clauses as the page has them already."""
    bare = [_plain(clause) for clause in clauses]
    by_address = {clause.address: clause for clause in clauses}
    reasons = {
        row.clause_id: row.reason for row in ClauseWaiver.objects.filter(clause__plan=plan, withdrawn_at=None).order_by("id")
    }  # fmt: skip
    open_: list[ClauseGap] = []
    waived: list[ClauseGap] = []
    for clause in gap_rules.uncovered(bare, tasked={duty.address for duty in found}):
        row = by_address[clause.id]
        gap = ClauseGap(row.pk, row.address, " ".join(clause.words.split())[:_SHOWN], reasons.get(row.pk, ""))
        (waived if row.pk in reasons else open_).append(gap)
    return Gaps(
        clauses=tuple(open_), waived=tuple(waived), agencies=tuple(missing(own_plans(plan, year=year, on=on))),
        without_person=tuple(one for one in found if one.without_person),
        without_deadline=tuple(one for one in found if one.status.calendar == Calendar.NO_DEADLINE),
        without_lead=tuple(one for one in found if one.live.institution_id is None and not one.live.needs_decision),
    )  # fmt: skip


def gap_counts(plan: Plan, found: Sequence[Duty], clauses: Sequence[Clause], *, on: date, year: int) -> dict[str, int]:
    """How many gaps of each kind a plan has: clauses, agencies, duties without person, day, lead. Three questions."""
    waived = set(ClauseWaiver.objects.filter(clause__plan=plan, withdrawn_at=None).values_list("clause__address", flat=True))
    bare = gap_rules.uncovered([_plain(clause) for clause in clauses], tasked={duty.address for duty in found})
    return {
        "dieu-khoan": sum(one.id not in waived for one in bare), "don-vi": missing_count(plan, year=year, on=on),
        "nguoi": sum(bool(one.without_person) for one in found),
        "han": sum(one.status.calendar == Calendar.NO_DEADLINE for one in found),
        "chu-tri": sum(one.live.institution_id is None and not one.live.needs_decision for one in found),
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
            parts.append(Part(duty.status.declared, _percent(duty), duty.status.calendar, inner))
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


def _plain(clause: Clause) -> records.Clause:
    return records.Clause(
        id=clause.address, level=clause.level, mark=clause.mark, title=clause.title, text=clause.text,
        parent=clause.parent.address if clause.parent else None,
    )  # fmt: skip


def _end(row: ClauseLink, clause: Clause | None) -> ClauseEnd:
    document = clause.plan.document if clause else row.document
    name = f"{document.kind} {document.number}" if document else ""
    words = " ".join((clause.title or clause.text).split())[:_SHOWN] if clause else row.words
    return ClauseEnd(row.pk, clause.plan_id if clause else None, clause.address if clause else "", name, words, row.verified)


def _percent(duty: Duty) -> int | None:
    digits = "".join(char for char in duty.status.declared_words if char.isdigit())
    return int(digits) if digits and "%" in duty.status.declared_words else None

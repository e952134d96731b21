"""What a board knows beside the duties one agency leads: duties many share, counted; one agency's part in them; deadlines put off."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Count, F, Max, Q

from mangnon.lib.calendar import end_of
from mangnon.plans.models import Extension, Task
from mangnon.plans.queries import occurrences
from mangnon.plans.rules import progress
from mangnon.plans.rules.progress import Said, Tally
from mangnon.plans.vocabulary import Declared, DutyState, ExtensionState

_DONE = Q(declared=Declared.DONE) & ~Q(state__in=(DutyState.RETURNED, DutyState.CANCELLED))


def tallies(plan_ids: Collection[int], *, on: date, acting: Collection[int]) -> dict[int, Tally]:
    """Shared duties counted in the database; those with something said or decided after the day are told from their history.

    Only agencies of the day count: what one that has ended left behind is nobody's part any more.
    """
    later = Q(said_on__gt=on) | Q(state_since__gte=end_of(on))
    rows = (
        occurrences.running(on)
        .filter(task__plan_id__in=plan_ids, alone=False, institution_id__in=acting)
        .order_by()
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


def own_part(plan_ids: Collection[int], institution_id: int, *, on: date, dues: Mapping[int, date]) -> dict[int, Said]:
    """What one institution has said of its part in shared duties."""
    found = occurrences.rows(None, on=on, plan_ids=plan_ids, alone=False, institution_id=institution_id, dues=dues)
    return {one.task_id: one for one in found}


class Extensions:
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

"""Duties of a whole agency pass to its successor when an act of reorganisation takes effect; what is closed stays where it was."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts import queries as accounts
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.plans import policies
from mangnon.plans.models import Assignment, Charge, Move, Occurrence
from mangnon.plans.operations.occurrences import HANDED_OVER
from mangnon.plans.queries.holders import function_of
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import DutyState

MERGED = "merged"  # a move: the successor has this duty of its own already, the old one's ends


@dataclass(frozen=True)
class AgencyHandOver:
    """What passed on: occurrences; those ended because the successor has the same; duties that kept their person, that lost it."""

    duties: int
    merged: int
    with_person: int
    without_person: int


@transaction.atomic
def hand_over_agency(
    *, from_id: int, to_id: int, reference: str, by: Who, at: datetime, function: str | None = None, task_ids: Collection[int] | None = None
) -> AgencyHandOver:
    """Move the open occurrences of an agency to another with their state, deadlines, requests and evidence.

    `function` limits it to duties of one field, `task_ids` to those named. `reference` names the act; `take_back_agency` undoes by it.
    A person who holds a post in the new agency on the day keeps the duty; the others' duties wait for a name. Raises NotAllowed.
    """
    policies.check_can_reorganise(by)
    on = day_of(at)
    rows = Occurrence.objects.select_for_update(of=("self",)).filter(institution_id=from_id, state__in=states.OPEN)
    rows = rows.filter(task_id__in=task_ids) if task_ids is not None else rows
    found = list(rows.select_related("task__plan").order_by("id"))
    if function is not None:
        found = [one for one in found if function_of(one.task) == function]
    there = set(Occurrence.objects.filter(institution_id=to_id, task_id__in={one.task_id for one in found}).values_list("task_id", "turn"))
    moves, merged = [], 0
    for one in found:
        twin = (one.task_id, one.turn) in there
        merged += twin
        before = one.state
        if twin:
            one.state, one.state_since = DutyState.CANCELLED, at
        else:
            one.institution_id = to_id
        moves.append(Move(
            occurrence=one, event=MERGED if twin else HANDED_OVER, before=before, after=one.state, from_institution_id=from_id,
            to_institution_id=to_id, reference=reference, by=by.id, at=at,
        ))  # fmt: skip
    Occurrence.objects.bulk_update(found, ["institution", "state", "state_since"], batch_size=2_000)
    Move.objects.bulk_create(moves, batch_size=2_000)
    passed = {one.task_id for one in found if one.institution_id == to_id}
    kept, lost = _move_people({one.task_id for one in found}, passed, from_id, to_id, on=on, by=by, at=at)
    if function is None and task_ids is None:
        for charge in Charge.objects.filter(institution_id=from_id, valid__endswith=None):
            charge.valid = DateRange(charge.valid.lower, max(on, date.fromordinal(charge.valid.lower.toordinal() + 1)))
            charge.save(update_fields=["valid"])
    result = AgencyHandOver(len(found) - merged, merged, kept, lost)
    audit.record(
        act=Act.TASK_HANDED_OVER, subject=Subject("institution", str(from_id), f"Đơn vị số {from_id}"), by=by, at=at,
        details={"to": to_id, "duties": result.duties, "merged": merged, "reference": reference},
    )  # fmt: skip
    return result


@transaction.atomic
def take_back_agency(*, reference: str, by: Who, at: datetime) -> int:
    """Undo what a reference moved: each occurrence still open where it was put goes back; ended twins stand as before. Returns how many.

    What was closed since, or moved on by another act, stays where it is.
    """
    policies.check_can_reorganise(by)
    on = day_of(at)
    undone = Move.objects.filter(reference=f"-{reference}").values("occurrence")
    rows = list(
        Move.objects.filter(reference=reference, event__in=(HANDED_OVER, MERGED))
        .exclude(occurrence__in=undone)
        .select_related("occurrence")
        .order_by("id")
    )
    back, moves = [], []
    people: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in rows:
        one = row.occurrence
        before = one.state
        if row.event == MERGED and one.state == DutyState.CANCELLED:
            one.state, one.state_since = row.before, at
        elif row.event == HANDED_OVER and one.state in states.OPEN and one.institution_id == row.to_institution_id:
            one.institution_id = row.from_institution_id
            people[row.from_institution_id or 0, row.to_institution_id or 0].add(one.task_id)
        else:
            continue
        back.append(one)
        moves.append(Move(
            occurrence=one, event=HANDED_OVER, before=before, after=one.state, from_institution_id=row.to_institution_id,
            to_institution_id=row.from_institution_id, reference=f"-{reference}", by=by.id, at=at,
        ))  # fmt: skip
    Occurrence.objects.bulk_update(back, ["institution", "state", "state_since"], batch_size=2_000)
    Move.objects.bulk_create(moves, batch_size=2_000)
    for (from_id, to_id), tasks in people.items():
        _move_people(tasks, tasks, to_id, from_id, on=on, by=by, at=at)
    audit.record(
        act=Act.TASK_HANDED_OVER, subject=Subject("reorganisation", reference[:60], f"Sắp xếp {reference}"[:200]), by=by, at=at,
        details={"taken_back": len(back)},
    )  # fmt: skip
    return len(back)


def _move_people(
    tasks: Collection[int], passed: Collection[int], from_id: int, to_id: int, *, on: date, by: Who, at: datetime
) -> tuple[int, int]:
    """Close the assignments in the old agency; whoever has a post in the new one keeps the duty. Returns (kept, lost)."""
    there = {user.pk for user, _title in accounts.people_in(to_id, on=on)}
    running = list(Assignment.objects.filter(task_id__in=tasks, institution_id=from_id, valid__endswith=None))
    named = set(Assignment.objects.filter(task_id__in=tasks, institution_id=to_id, valid__contains=on).values_list("task_id", flat=True))
    tally = Counter(one.user_id in there for one in running)
    fresh = [
        Assignment(task_id=one.task_id, institution_id=to_id, user_id=one.user_id, valid=DateRange(on, None), given_by=by.id, given_at=at)
        for one in running
        if one.user_id in there and one.task_id in passed and one.task_id not in named
    ]
    today = [one.pk for one in running if one.valid.lower >= on]
    Assignment.objects.filter(pk__in=today).delete()
    older = [one for one in running if one.valid.lower < on]
    for one in older:
        one.valid = DateRange(one.valid.lower, on)
    Assignment.objects.bulk_update(older, ["valid"], batch_size=2_000)
    Assignment.objects.bulk_create(fresh, batch_size=2_000)
    return tally[True], tally[False]

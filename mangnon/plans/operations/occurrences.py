"""Occurrences of duties: opened for the turn that runs, each with the agency that answers on the day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans.models import Assignment, Charge, Move, Occurrence, Task
from mangnon.plans.queries.duties import deadline_of
from mangnon.plans.queries.holders import Holders, function_of
from mangnon.plans.queries.people import living_assignments
from mangnon.plans.rules import deadlines, states
from mangnon.plans.vocabulary import DutyEvent, DutyState, PlanState, TaskState

HANDED_OVER = "handed_over"  # a move between agencies: no event of the table, the state stays


class NotTheAgency(Refusal):
    """The agency does not answer for this duty today."""


@transaction.atomic
def open_occurrences(*, by: Who, at: datetime, plan_id: int | None = None, task_ids: Iterable[int] | None = None) -> int:
    """Open what runs on the day of `at` and is not open yet, and move what an agency no longer answers for to who does.

    Every adopted duty, or those of a plan, or those named. A second call on a day finds everything done. Returns how many were opened.
    """
    on = day_of(at)
    tasks = Task.objects.filter(state=TaskState.ADOPTED, plan__state=PlanState.ADOPTED)
    tasks = tasks.filter(plan_id=plan_id) if plan_id else tasks
    tasks = tasks.filter(pk__in=list(task_ids)) if task_ids is not None else tasks
    found = list(tasks.select_related("plan__document", "clause", "lead").order_by("id"))
    opened, moved = _open(found, on=on, at=at, by=by)
    if opened or moved:
        audit.record(
            act=Act.DUTIES_OPENED, subject=Subject("duties", on.isoformat(), f"Nhiệm vụ ngày {on:%d/%m/%Y}"), by=by, at=at,
            details={"opened": opened, "moved": moved},
        )  # fmt: skip
    return opened


def occurrence_for(task: Task, institution_id: int, *, on: date, at: datetime) -> Occurrence:
    """The locked occurrence of the turn that runs, of an agency that must act on the day; opened if it is not. Raises NotTheAgency."""
    live, members = Holders([task], on=on, coordinating=False).lead(task)
    if institution_id not in members:
        raise NotTheAgency(
            "Cơ quan này không phải là cơ quan thực hiện nhiệm vụ vào hôm nay. Mở lại trang nhiệm vụ để xem cơ quan hiện nay."
        )
    turn = deadlines.turn(deadline_of(task), on=on)
    alone = live.institution_id is not None and not task.shared
    runs = Occurrence.objects.select_for_update().filter(task=task, turn=turn.key)
    known = runs.filter(alone=True).first() if alone else runs.filter(institution_id=institution_id).first()
    if known is None:
        known = Occurrence.objects.create(
            task=task, institution_id=institution_id, alone=alone, turn=turn.key, starts_on=turn.starts_on, ends_on=turn.ends_on,
            first_due=turn.due, due=turn.due, state_since=at,
        )  # fmt: skip
        _name_people([known], {task.pk: task}, on=on, at=at)
    elif known.institution_id != institution_id and known.state in states.OPEN:
        _hand_over(known, institution_id, by_id="", at=at).save()
        known.save(update_fields=["institution"])
    return known


def recut(task: Task, *, by: Who, at: datetime) -> None:
    """After the deadline of a duty was put right: periods nobody has touched are cut anew; those in hand keep their first deadline.

    What was opened under another rule and is in hand ends, with the reason; its history stays.
    """
    if task.state != TaskState.ADOPTED:
        return
    turn = deadlines.turn(deadline_of(task), on=day_of(at))
    untouched = Occurrence.objects.filter(task=task, state=DutyState.GIVEN, moves=None, progress=None, extensions=None, reminders=None)
    untouched.delete()
    for one in Occurrence.objects.filter(task=task, state__in=states.OPEN).exclude(turn=turn.key).filter(Q(ends_on=None) | Q(turn="")):
        Move.objects.create(
            occurrence=one, event=DutyEvent.CANCEL, before=one.state, after=DutyState.CANCELLED, words="Đổi thời hạn của nhiệm vụ.",
            by=by.id, at=at,
        )  # fmt: skip
        one.state, one.state_since = DutyState.CANCELLED, at
        one.save(update_fields=["state", "state_since"])
    Occurrence.objects.filter(task=task, turn=turn.key, first_due=None).update(first_due=turn.due, due=turn.due)
    open_occurrences(task_ids=[task.pk], by=by, at=at)


def _open(tasks: Sequence[Task], *, on: date, at: datetime, by: Who) -> tuple[int, int]:
    holders = Holders(tasks, on=on, coordinating=False)
    turns = {task.pk: deadlines.turn(deadline_of(task), on=on) for task in tasks}
    known: dict[int, list[Occurrence]] = defaultdict(list)
    keys = {turn.key for turn in turns.values()}
    for one in Occurrence.objects.filter(task_id__in=turns.keys(), turn__in=keys).order_by("id"):
        if one.turn == turns[one.task_id].key:
            known[one.task_id].append(one)
    fresh: list[Occurrence] = []
    moved: list[Move] = []
    resettled: list[Occurrence] = []
    for task in tasks:
        live, members = holders.lead(task)
        turn = turns[task.pk]
        several = task.shared or len(members) > 1
        wanted = sorted(members) if several else [live.institution_id]
        if not several and (alone := next((one for one in known[task.pk] if one.alone), None)):
            if live.institution_id not in (None, alone.institution_id) and alone.state in states.OPEN:
                moved.append(_hand_over(alone, live.institution_id, by_id=by.id, at=at))
                resettled.append(alone)
            continue
        there = {one.institution_id for one in known[task.pk]}
        fresh += [
            Occurrence(
                task=task, institution_id=institution, alone=not several, turn=turn.key, starts_on=turn.starts_on,
                ends_on=turn.ends_on, first_due=turn.due, due=turn.due, state_since=at,
            )
            for institution in wanted
            if institution not in there
        ]  # fmt: skip
    Occurrence.objects.bulk_create(fresh, batch_size=2_000)
    Occurrence.objects.bulk_update(resettled, ["institution"], batch_size=2_000)
    Move.objects.bulk_create(moved, batch_size=2_000)
    _name_people([*fresh, *resettled], {task.pk: task for task in tasks}, on=on, at=at)
    return len(fresh), len(moved)


def _hand_over(occurrence: Occurrence, institution_id: int | None, *, by_id: str, at: datetime) -> Move:
    """Put an occurrence into another agency (unsaved) and tell its history (unsaved); the state stays."""
    move = Move(
        occurrence=occurrence, event=HANDED_OVER, before=occurrence.state, after=occurrence.state,
        from_institution_id=occurrence.institution_id, to_institution_id=institution_id, by=by_id, at=at,
    )  # fmt: skip
    occurrence.institution_id = institution_id
    return move


def _name_people(occurrences: Sequence[Occurrence], tasks: dict[int, Task], *, on: date, at: datetime) -> None:
    """Duties nobody answers for go to the person in charge of their field in the agency, where there is exactly one."""
    agencies = {one.institution_id for one in occurrences if one.institution_id}
    charges: dict[tuple[int, str], set[int]] = defaultdict(set)
    for institution, function, user in Charge.objects.filter(institution_id__in=agencies, valid__contains=on).values_list(
        "institution_id", "function", "user_id"
    ):
        charges[institution, function].add(user)
    if not charges:
        return
    named = set(living_assignments([one.task_id for one in occurrences], on=on))
    rows = []
    for one in occurrences:
        if one.institution_id is None or (one.task_id, one.institution_id) in named:
            continue
        people = charges[one.institution_id, function_of(tasks[one.task_id])] or charges[one.institution_id, ""]
        if len(people) == 1:
            rows.append(Assignment(
                task_id=one.task_id, institution_id=one.institution_id, user_id=next(iter(people)), valid=DateRange(on, None),
                given_by="", given_at=at,
            ))  # fmt: skip
    close_idle(rows, on=on)
    Assignment.objects.bulk_create(rows, batch_size=2_000)


def close_idle(rows: Sequence[Assignment], *, on: date) -> None:
    """End the assignments of people who have left, where somebody new is about to be named."""
    wanted = {(row.task_id, row.institution_id) for row in rows}
    old = Assignment.objects.filter(task_id__in={task for task, _ in wanted}, valid__endswith=None)
    for running in old:
        if (running.task_id, running.institution_id) in wanted:
            close(running, on=on)


def close(running: Assignment, *, on: date) -> None:
    """End an assignment the day before; one given today and ended today leaves only its trace in the log."""
    if running.valid.lower >= on:
        running.delete()
    else:
        running.valid = DateRange(running.valid.lower, on)
        running.save(update_fields=["valid"])

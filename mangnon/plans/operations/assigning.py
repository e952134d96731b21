"""Giving duties to people, and handing them over when somebody leaves."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts import queries as accounts
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies, queries
from mangnon.plans.models import Assignment, Charge, Task
from mangnon.plans.operations.occurrences import NotTheAgency, close, close_idle
from mangnon.plans.operations.reading import task_subject


class NotInAgency(Refusal):
    """The person holds no position in the agency that answers for the duty today."""


class NothingToHandOver(Refusal):
    """The person answers for none of these duties."""


@transaction.atomic
def assign(*, task_id: int, institution_id: int, username: str, by: Who, at: datetime) -> Assignment:
    """Name the one responsible person of a duty in today's agency, from that day on; the one before is kept with its last day.

    Raises NotTheAgency, NotInAgency, NotAllowed.
    """
    policies.check_can_assign(by, institution_id=institution_id)
    on = day_of(at)
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
    if institution_id not in queries.duty_holders(task, on=on):
        raise NotTheAgency(
            "Cơ quan này không phải là cơ quan thực hiện nhiệm vụ vào hôm nay. Mở lại trang nhiệm vụ để xem cơ quan hiện nay."
        )
    user = _person(username, institution_id, on=on)
    _close(task, institution_id, on=on)
    assignment = Assignment.objects.create(
        task=task, institution_id=institution_id, user=user, valid=DateRange(on, None), given_by=by.id, given_at=at
    )
    audit.record(
        act=Act.TASK_ASSIGNED, subject=task_subject(task), by=by, at=at, details={"user": user.username, "institution": institution_id}
    )
    return assignment


@transaction.atomic
def assign_many(*, duties: Iterable[tuple[int, int]], username: str, by: Who, at: datetime) -> int:
    """Give many duties, each (task, institution), to one person. All or none: raises what `assign` raises. Returns how many."""
    given = 0
    for task_id, institution_id in duties:
        assign(task_id=task_id, institution_id=institution_id, username=username, by=by, at=at)
        given += 1
    return given


@transaction.atomic
def end_assignment(*, task_id: int, institution_id: int, by: Who, at: datetime) -> None:
    """Take a duty back from its responsible person; it then waits for another."""
    policies.check_can_assign(by, institution_id=institution_id)
    task = Task.objects.select_related("plan__document", "clause").get(pk=task_id)
    _close(task, institution_id, on=day_of(at))
    audit.record(act=Act.TASK_ASSIGNED, subject=task_subject(task), by=by, at=at, details={"user": "", "institution": institution_id})


@transaction.atomic
def hand_over(
    *, from_username: str, to_username: str, institution_id: int, by: Who, at: datetime, task_ids: Collection[int] | None = None
) -> int:
    """Pass the duties one person answers for in an agency, all or those named, to a successor there. Past results stay with who reported.

    Raises NotInAgency, NothingToHandOver, NotAllowed. Returns how many were passed on.
    """
    policies.check_can_assign(by, institution_id=institution_id)
    on = day_of(at)
    successor = _person(to_username, institution_id, on=on)
    rows = [
        one
        for one in queries.held_by(from_username, on=on).filter(institution_id=institution_id)
        if task_ids is None or one.task_id in task_ids
    ]
    if not rows or from_username == to_username:
        raise NothingToHandOver("Không có nhiệm vụ nào để bàn giao cho người này. Chọn lại người bàn giao, người nhận hoặc các nhiệm vụ.")
    for running in rows:
        close(running, on=on)
    Assignment.objects.bulk_create(
        Assignment(
            task_id=one.task_id, institution_id=institution_id, user=successor, valid=DateRange(on, None), given_by=by.id, given_at=at
        )
        for one in rows
    )
    audit.record_many(
        act=Act.TASK_HANDED_OVER, subjects=[task_subject(one.task) for one in rows], by=by, at=at,
        details={"from": from_username, "to": to_username, "institution": institution_id},
    )  # fmt: skip
    return len(rows)


@transaction.atomic
def give_charge(
    *, institution_id: int, function: str, territory_id: int, username: str, by: Who, at: datetime, take_open: bool = False
) -> Charge:
    """Put a person in charge of a field and a territory of an agency from that day on; who was in charge before keeps the earlier days.

    New duties of the field go to this person. With `take_open` so do the duties of the field nobody there answers for today.
    """
    policies.check_can_assign(by, institution_id=institution_id)
    on = day_of(at)
    user = _person(username, institution_id, on=on)
    running = Charge.objects.filter(institution_id=institution_id, function=function, territory_id=territory_id, valid__endswith=None)
    for before in running:
        if before.valid.lower >= on:
            before.delete()
        else:
            before.valid = DateRange(before.valid.lower, on)
            before.save(update_fields=["valid"])
    charge = Charge.objects.create(
        institution_id=institution_id, function=function, territory_id=territory_id, user=user, valid=DateRange(on, None), given_by=by.id,
        given_at=at,
    )  # fmt: skip
    audit.record(
        act=Act.CHARGE_GIVEN, subject=Subject("institution", str(institution_id), f"Đơn vị số {institution_id}"), by=by, at=at,
        details={"user": user.username, "function": function},
    )  # fmt: skip
    if take_open:
        open_tasks = queries.nameless(institution_id, on=on, function=function)
        rows = [
            Assignment(task=one, institution_id=institution_id, user=user, valid=DateRange(on, None), given_by=by.id, given_at=at)
            for one in open_tasks
        ]
        close_idle(rows, on=on)
        Assignment.objects.bulk_create(rows)
        audit.record_many(
            act=Act.TASK_ASSIGNED, subjects=[task_subject(one) for one in open_tasks], by=by, at=at,
            details={"user": user.username, "institution": institution_id},
        )  # fmt: skip
    return charge


def _person(username: str, institution_id: int, *, on: date):  # type: ignore[no-untyped-def]  # User belongs to another room
    user = next((user for user, _title in accounts.people_in(institution_id, on=on) if user.username == username), None)
    if user is None:
        raise NotInAgency(
            "Người này không có chức danh trong cơ quan thực hiện nhiệm vụ. Chọn người khác, hoặc đề nghị ghi chức danh trước."
        )
    return user


def _close(task: Task, institution_id: int, *, on: date) -> None:
    for running in Assignment.objects.filter(task=task, institution_id=institution_id, valid__endswith=None):
        close(running, on=on)

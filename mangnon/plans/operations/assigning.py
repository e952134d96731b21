"""Giving a duty to a person."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts import queries as accounts
from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies, queries
from mangnon.plans.models import Assignment, Task
from mangnon.plans.operations.reading import task_subject


class NotInAgency(Refusal):
    """The person holds no position in the agency that answers for the duty today."""


class NotTheAgency(Refusal):
    """The agency does not answer for this duty today."""


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
    user = next((user for user, _title in accounts.people_in(institution_id, on=on) if user.username == username), None)
    if user is None:
        raise NotInAgency(
            "Người này không có chức danh trong cơ quan thực hiện nhiệm vụ. Chọn người khác, hoặc đề nghị ghi chức danh trước."
        )
    _close(task, institution_id, on=on)
    assignment = Assignment.objects.create(
        task=task, institution_id=institution_id, user=user, valid=DateRange(on, None), given_by=by.id, given_at=at
    )
    audit.record(
        act=Act.TASK_ASSIGNED, subject=task_subject(task), by=by, at=at, details={"user": user.username, "institution": institution_id}
    )
    return assignment


@transaction.atomic
def end_assignment(*, task_id: int, institution_id: int, by: Who, at: datetime) -> None:
    """Take a duty back from its responsible person; it then waits for another."""
    policies.check_can_assign(by, institution_id=institution_id)
    task = Task.objects.select_related("plan__document", "clause").get(pk=task_id)
    _close(task, institution_id, on=day_of(at))
    audit.record(act=Act.TASK_ASSIGNED, subject=task_subject(task), by=by, at=at, details={"user": "", "institution": institution_id})


def _close(task: Task, institution_id: int, *, on: date) -> None:
    """End the running assignment yesterday; one given today and replaced today leaves only its trace in the log."""
    for running in Assignment.objects.filter(task=task, institution_id=institution_id, valid__endswith=None):
        if running.valid.lower >= on:
            running.delete()
        else:
            running.valid = DateRange(running.valid.lower, max(on, running.valid.lower + timedelta(days=1)))
            running.save(update_fields=["valid"])

"""Reminders of deadlines, each once, in “Việc của tôi” of the responsible person, else of the agency's head."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from mangnon.accounts import queries as accounts
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.plans import policies, queries
from mangnon.plans.models import Occurrence, Reminder, Task
from mangnon.plans.operations.occurrences import occurrence_for
from mangnon.plans.operations.reading import task_subject
from mangnon.plans.rules import reminders, states
from mangnon.plans.vocabulary import Declared, DutyState, ReminderKind, TaskState

_LONGEST = 20  # days before a deadline the first reminder can stand, holidays of Tết included


@transaction.atomic
def remind_due(*, by: Who, at: datetime) -> int:
    """Send the reminders that stand today: 7 days before, 1 day before, on the day, after. What was sent is not sent again.

    Returns how many went out. What is paused, declared done or over is left in peace.
    """
    on = day_of(at)
    calendar = queries.working_calendar()
    waiting = (
        Occurrence.objects.filter(state__in=states.OPEN, due__isnull=False, institution__isnull=False, task__state=TaskState.ADOPTED)
        .filter(due__lte=date.fromordinal(on.toordinal() + _LONGEST))
        .exclude(state=DutyState.PAUSED)
        .exclude(Q(declared=Declared.DONE) & ~Q(state=DutyState.RETURNED))
        .exclude(reminders__kind=ReminderKind.LATE, reminders__due=F("due"))
        .order_by("id")
    )
    standing = [(one, kind) for one in waiting if one.due and (kind := reminders.wanted(one.due, on=on, calendar=calendar))]
    sent = set(
        Reminder.objects.filter(occurrence__in=[one.pk for one, _ in standing]).values_list("occurrence_id", "kind", "due")
    )  # fmt: skip
    fresh = [(one, kind) for one, kind in standing if (one.pk, kind, one.due) not in sent]
    people = _People([one for one, _ in fresh], on=on)
    Reminder.objects.bulk_create(
        [
            Reminder(occurrence=one, kind=kind, due=one.due, user=people.of(one), sent_by=by.id, sent_at=at)
            for one, kind in fresh
        ],
        batch_size=2_000,
    )  # fmt: skip
    if fresh:
        audit.record(
            act=Act.TASK_REMINDED, subject=Subject("duties", on.isoformat(), f"Nhiệm vụ ngày {on:%d/%m/%Y}"), by=by, at=at,
            details={"reminders": len(fresh)},
        )  # fmt: skip
    return len(fresh)


@transaction.atomic
def remind(*, duties: Iterable[tuple[int, int]], words: str, by: Who, at: datetime) -> int:
    """Remind the agencies of these duties, each (task, institution), by hand, with a sentence. Returns how many."""
    on = day_of(at)
    found = []
    for task_id, institution_id in duties:
        task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
        policies.check_can_confirm(by, institution_id=institution_id, own_plan=queries.own_plan(task.plan))
        found.append((task, occurrence_for(task, institution_id, on=on, at=at)))
    people = _People([one for _, one in found], on=on)
    Reminder.objects.bulk_create(
        Reminder(
            occurrence=one,
            kind=ReminderKind.BY_HAND,
            due=one.due,
            user=people.of(one),
            words=words.strip()[:300],
            sent_by=by.id,
            sent_at=at,
        )
        for _, one in found
    )
    audit.record_many(act=Act.TASK_REMINDED, subjects=[task_subject(task) for task, _ in found], by=by, at=at)
    return len(found)


class _People:
    """Whom a reminder goes to: the responsible person, else the head of the agency, else nobody yet (the agency's page shows it)."""

    def __init__(self, occurrences: list[Occurrence], *, on: date) -> None:
        self._named = queries.living_assignments({one.task_id for one in occurrences}, on=on)
        self._heads = accounts.heads_of({one.institution_id for one in occurrences if one.institution_id}, on=on)

    def of(self, occurrence: Occurrence):  # type: ignore[no-untyped-def]  # User belongs to another room
        named = self._named.get((occurrence.task_id, occurrence.institution_id or 0))
        return named.user if named else self._heads.get(occurrence.institution_id or 0)

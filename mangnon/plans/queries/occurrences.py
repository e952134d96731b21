"""Occurrences of duties as they stood on a day: what was said, proved and decided until then."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet, Sum

from mangnon.accounts import policies as account_policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.calendar import DayRule, WorkingCalendar, end_of, known_days
from mangnon.lib.copying import among
from mangnon.plans.models import DayOverride, Extension, Move, Occurrence, Progress, Reminder
from mangnon.plans.queries.papers import own_plan
from mangnon.plans.rules import states
from mangnon.plans.rules.progress import Said
from mangnon.plans.vocabulary import Declared, DutyState, ExtensionState, PlanState

_FIELDS = (
    "id", "task_id", "institution_id", "alone", "turn", "first_due", "due", "state", "declared", "percent", "evidence", "said_on",
    "done_on",
)  # fmt: skip

_NOTHING = (None, Declared.NOTHING.value, None, None)


def said(task_ids: Collection[int] | None, *, on: date, plan_ids: Collection[int] | None = None) -> dict[int, list[Said]]:
    """What each agency had said of its running occurrence by a day, by task; of the tasks named, or of a whole plan."""
    found: dict[int, list[Said]] = defaultdict(list)
    for row in rows(task_ids, on=on, plan_ids=plan_ids):
        found[row.task_id].append(row)
    return found


def rows(
    task_ids: Collection[int] | None,
    *,
    on: date,
    plan_ids: Collection[int] | None = None,
    alone: bool | None = None,
    institution_id: int | None = None,
    dues: Mapping[int, date] | None = None,
) -> list[Said]:
    """The occurrences that run on a day as values. What was said, granted or decided after the day is taken back from the history."""
    chosen = running(on)
    chosen = chosen.filter(task_id__in=task_ids) if task_ids is not None else chosen
    chosen = chosen.filter(task__plan_id__in=plan_ids) if plan_ids is not None else chosen
    chosen = chosen.filter(alone=alone) if alone is not None else chosen
    chosen = chosen.filter(institution_id=institution_id) if institution_id is not None else chosen
    found, said_later, moved_later = [], [], []
    asked = chosen.annotate(moved_later=ExpressionWrapper(Q(state_since__gte=end_of(on)), BooleanField()))
    for pk, task, institution, lone, turn, first, due, state, declared, percent, evidence, spoke, done, moved in asked.values_list(
        *_FIELDS, "moved_later"
    ):
        found.append(Said(institution or 0, spoke, declared, percent, evidence, done, state, first, due, task, pk, turn, lone))
        if spoke is not None and spoke > on:
            said_later.append(pk)
        if moved:
            moved_later.append(pk)
    return as_of(found, said_later, moved_later, on=on, dues=dues if dues is not None else _dues(on) if found else {})


def as_of(
    found: list[Said], said_later: Collection[int], moved_later: Collection[int], *, on: date, dues: Mapping[int, date]
) -> list[Said]:  # fmt: skip
    """Occurrences with what came after a day taken back: which spoke, which moved since, deadlines put off since."""
    changed = _before(said_later, on) if said_later else {}
    stood = _stood(moved_later, on) if moved_later else {}
    if not (changed or stood or dues):
        return found
    return [_seen(one, changed, stood, dues) for one in found]


def running(on: date) -> QuerySet[Occurrence]:
    """Occurrences whose period holds a day; what is done once always runs."""
    return Occurrence.objects.filter(runs(on)).order_by("id")


def runs(on: date, relation: str = "") -> Q:
    """The condition of `running`, of the table itself or of a relation to it."""
    starts, ends = f"{relation}starts_on", f"{relation}ends_on"
    return (Q((starts, None)) | Q((f"{starts}__lte", on))) & (Q((ends, None)) | Q((f"{ends}__gte", on)))


def occurrences_of(task_id: int, *, institution_id: int | None = None) -> QuerySet[Occurrence]:
    """Every occurrence of a duty, newest period first."""
    found = Occurrence.objects.filter(task_id=task_id).select_related("institution")
    found = found.filter(institution_id=institution_id) if institution_id is not None else found
    return found.order_by("-turn", "institution__sort_key", "id")


def occurrence(pk: int) -> Occurrence:
    """One occurrence with its duty. Raises Occurrence.DoesNotExist."""
    return Occurrence.objects.select_related("task__plan__document", "task__clause", "institution").get(pk=pk)


def occurrence_in(task_id: int, institution_id: int, *, turn: str) -> Occurrence | None:
    """The occurrence of a period by its name ("2026") in an agency; None when it was never opened."""
    found = Occurrence.objects.filter(task_id=task_id, turn=turn).filter(Q(institution_id=institution_id) | Q(alone=True))
    return found.order_by("id").first()


def open_before(institution_id: int, *, on: date) -> QuerySet[Occurrence]:
    """What an agency still owes from periods that have ended: neither done nor cancelled."""
    found = Occurrence.objects.filter(institution_id=institution_id, state__in=states.OPEN, ends_on__lt=on)
    return found.select_related("task__clause", "task__plan__document").order_by("due", "id")


def waiting_to_confirm(*, on: date) -> int:
    """How many running occurrences an agency has declared done and nobody has confirmed or returned yet."""
    return running(on).filter(state=DutyState.WAITING, task__plan__state=PlanState.ADOPTED).count()


def moves_of(task_id: int) -> QuerySet[Move]:
    """Every step of a duty, newest first."""
    found = Move.objects.filter(occurrence__task_id=task_id)
    return found.select_related("occurrence__institution", "from_institution", "to_institution").order_by("-at", "-id")


def extensions_of(task_id: int) -> QuerySet[Extension]:
    """Every request for a later deadline of a duty, newest first."""
    return Extension.objects.filter(occurrence__task_id=task_id).select_related("occurrence__institution").order_by("-asked_at", "-id")


def extensions(*, waiting: bool = False, institution_id: int | None = None) -> QuerySet[Extension]:
    """Requests for later deadlines, oldest first: those that wait, those of an agency."""
    found = Extension.objects.select_related("occurrence__institution", "occurrence__task__clause", "occurrence__task__plan__document")
    found = found.filter(state=ExtensionState.ASKED) if waiting else found
    found = found.filter(occurrence__institution_id=institution_id) if institution_id is not None else found
    return found.order_by("asked_at", "id")


def extension(pk: int) -> Extension:
    """One request. Raises Extension.DoesNotExist."""
    return Extension.objects.select_related("occurrence__task__plan__document", "occurrence__institution").get(pk=pk)


def waiting_extensions(actor: Actor) -> list[Extension]:
    """Requests an actor may decide: of the city's duties, or of the own agency's plan; never one's own."""
    reach = account_policies.scope(actor, Permission.DECIDE_EXTENSIONS)
    if not reach:
        return []
    return [
        one
        for one in extensions(waiting=True)
        if one.asked_by != actor.id
        and (reach.everything or (own_plan(one.occurrence.task.plan) and reach.covers(one.occurrence.institution_id)))
    ]


def times_asked(occurrence_ids: Collection[int]) -> dict[int, int]:
    """How many requests each occurrence has had, decided or not; withdrawn ones do not count."""
    found = Extension.objects.filter(occurrence_id__in=occurrence_ids).exclude(state=ExtensionState.WITHDRAWN).order_by()
    return dict(found.values_list("occurrence_id").annotate(times=Count("id")))


def reminders_for(username: str, *, on: date) -> QuerySet[Reminder]:
    """Reminders a person has had of what is still open on a day, newest first."""
    found = Reminder.objects.filter(user__username=username, occurrence__state__in=states.OPEN, sent_at__lt=end_of(on))
    found = found.exclude(Q(occurrence__declared=Declared.DONE) & ~Q(occurrence__state=DutyState.RETURNED))
    return found.select_related("occurrence__task__clause", "occurrence__institution").order_by("-sent_at", "-id")


def reminders_of(task_id: int) -> QuerySet[Reminder]:
    """Every reminder of a duty, newest first."""
    return (
        Reminder.objects.filter(occurrence__task_id=task_id).select_related("user", "occurrence__institution").order_by("-sent_at", "-id")
    )


def overrides() -> QuerySet[DayOverride]:
    """Days moved by a paper, in order of days."""
    return DayOverride.objects.order_by("day", "id")


def working_calendar() -> WorkingCalendar:
    """The city's working days: what ships with the product, then what papers have moved."""
    moved = (DayRule(row.day, row.working, row.name, row.document, True) for row in overrides())
    return WorkingCalendar([*known_days(), *moved])


def _before(occurrence_ids: Collection[int], on: date) -> dict[int, tuple[Any, ...]]:
    """(said on, declared, percent, evidence, done on) of each occurrence by a day, told again from its reports."""
    told = Progress.objects.filter(occurrence_id__in=among(occurrence_ids), on__lte=on).order_by("occurrence_id", "-on", "-id")
    last = {pk: said for pk, *said in told.distinct("occurrence_id").values_list("occurrence_id", "on", "declared", "percent", "done_on")}
    evidence = dict(
        Progress.objects.filter(occurrence_id__in=among(occurrence_ids), on__lte=on)
        .values("occurrence_id")
        .annotate(count=Count("evidence"))
        .values_list("occurrence_id", "count")
    )
    found: dict[int, tuple[Any, ...]] = {}
    for pk in occurrence_ids:
        spoke, declared, percent, done = last.get(pk, _NOTHING)
        found[pk] = (spoke, declared, percent, evidence.get(pk, 0), done)
    return found


def _stood(occurrence_ids: Collection[int], on: date) -> dict[int, str]:
    """The state of each occurrence at the end of a day; before its first step it was given."""
    found = dict.fromkeys(occurrence_ids, DutyState.GIVEN.value)
    for pk, after in (
        Move.objects.filter(occurrence_id__in=among(occurrence_ids), at__lt=end_of(on))
        .order_by("at", "id")
        .values_list("occurrence_id", "after")
    ):
        found[pk] = after
    return found


def _dues(on: date) -> dict[int, date]:
    """Deadlines in force on a day where a later one has been granted since."""
    found: dict[int, date] = {}
    granted = Extension.objects.filter(state=ExtensionState.GRANTED, decided_at__gte=end_of(on)).order_by("decided_at", "id")
    for pk, before in granted.values_list("occurrence_id", "due_before"):
        found.setdefault(pk, before)
    return found


def _seen(one: Said, changed: dict[int, tuple[Any, ...]], stood: dict[int, str], dues: Mapping[int, date]) -> Said:
    spoke, declared, percent, evidence, done = changed.get(
        one.occurrence_id, (one.on, one.declared, one.percent, one.evidence, one.done_on)
    )
    return one._replace(
        on=spoke, declared=declared, percent=percent, evidence=evidence, done_on=done, state=stood.get(one.occurrence_id, one.state),
        due=dues.get(one.occurrence_id, one.due),
    )  # fmt: skip


def evidence_total(institution_id: int, *, on: date) -> int:
    """How many pieces of evidence an agency has laid before the city for what runs on a day."""
    return running(on).filter(institution_id=institution_id).aggregate(total=Sum("evidence"))["total"] or 0

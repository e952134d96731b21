"""Reading difficulties and matters: where each stands, who owes the next step."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.calendar import day_of
from mangnon.plans.models import Difficulty, Matter, StepTerm
from mangnon.plans.rules.difficulties import Stage, Term, stage
from mangnon.plans.vocabulary import DifficultyStep, MatterState


@dataclass(frozen=True)
class Raised:
    """A difficulty with where it stands."""

    difficulty: Difficulty
    stage: Stage


def difficulties(actor: Actor, *, plan_id: int | None = None, task_id: int | None = None) -> list[Raised]:
    """Difficulties the actor may see, latest first: all for who proposes or decides, else those of the actor's own institutions."""
    found = Difficulty.objects.select_related("task__clause", "institution", "matter").order_by("-raised_at", "-id")
    found = found.filter(task_id=task_id) if task_id else found.filter(_mine(actor))  # on a duty's page everybody sees what hinders it
    if plan_id:
        found = found.filter(task__plan_id=plan_id)
    return _staged(found)


def difficulty(pk: int) -> Raised:
    """One difficulty. Raises Difficulty.DoesNotExist."""
    found = Difficulty.objects.select_related("task__clause", "task__plan__document", "institution", "matter").get(pk=pk)
    return _staged([found])[0]


def of_year(institution_id: int, *, year: int) -> list[Raised]:
    """What one institution raised in a year, first raised first: ready for its report."""
    found = Difficulty.objects.filter(institution_id=institution_id, raised_at__year=year)
    found = found.select_related("task__clause", "institution", "matter").order_by("raised_at", "id")
    return _staged(found)


def step_terms() -> tuple[Term, ...]:
    """Every term somebody has set for a step, oldest first."""
    rows = StepTerm.objects.order_by("since", "id").values_list("step", "days", "since", "document")
    return tuple(Term(*row) for row in rows)


def stage_of(found: Difficulty, terms: Iterable[Term]) -> Stage:
    """Where a difficulty stands."""
    matter = found.matter
    return stage(
        raised=day_of(found.raised_at),
        asked=day_of(found.asked_at) if found.question and found.asked_at else None,
        matter_state=matter.state if matter else "",
        opened=day_of(matter.opened_at) if matter else None,
        proposed=day_of(matter.proposed_at) if matter and matter.proposed_at else None,
        decided=day_of(matter.decided_at) if matter and matter.decided_at else None,
        read=day_of(found.read_at) if found.read_at else None,
        terms=terms,
    )


def matters(*, state: str = "") -> QuerySet[Matter]:
    """Matters, newest first, with how many units met them."""
    found = Matter.objects.annotate(unit_count=Count("difficulties__institution", distinct=True)).order_by("-opened_at", "-id")
    return found.filter(state=state) if state else found


def matter(pk: int) -> Matter:
    """One matter. Raises Matter.DoesNotExist."""
    return Matter.objects.select_related("plan__document").get(pk=pk)


def raised_in(matter_id: int) -> list[Raised]:
    """The difficulties of a matter, first raised first."""
    found = (
        Difficulty.objects.filter(matter_id=matter_id).select_related("task__clause", "institution", "matter").order_by("raised_at", "id")
    )
    return _staged(found)


def to_decide() -> QuerySet[Matter]:
    """Matters before the People's Committee, longest waiting first."""
    return matters(state=MatterState.PROPOSED).order_by("proposed_at", "id")


def unit_owes(actor: Actor) -> list[Raised]:
    """Difficulties that wait for the actor's own institution: a question to answer, a decision to read."""
    reach = policies.scope(actor, Permission.REPORT_OWN_WORK)
    found = Difficulty.objects.filter(Q(told_at__isnull=False, read_at=None) | ~Q(question=""))
    found = found.select_related("task__clause", "institution", "matter").order_by("id")
    return _staged(one for one in found if reach.covers(one.institution_id))


def lead_owes() -> list[Raised]:
    """Difficulties on the lead department's desk: new ones and those being weighed."""
    found = Difficulty.objects.filter(Q(matter=None) | Q(matter__state=MatterState.WEIGHED), question="")
    found = found.select_related("task__clause", "institution", "matter").order_by("raised_at", "id")
    return _staged(found)


def may_see_difficulty(actor: Actor, found: Difficulty) -> bool:
    """Its own institution, who proposes and who decides."""
    wide = (Permission.PROPOSE_ANSWERS, Permission.DECIDE_DIFFICULTIES)
    return any(policies.scope(actor, one) for one in wide) or policies.scope(actor, Permission.REPORT_OWN_WORK).covers(found.institution_id)


def step_counts(found: Iterable[Raised]) -> dict[DifficultyStep, int]:
    """How many stand at each step, in the order of the way."""
    counted = dict.fromkeys(DifficultyStep, 0)
    for one in found:
        counted[one.stage.step] += 1
    return counted


def _mine(actor: Actor) -> Q:
    if any(policies.scope(actor, one) for one in (Permission.PROPOSE_ANSWERS, Permission.DECIDE_DIFFICULTIES)):
        return Q()
    return Q(institution__in=policies.scope(actor, Permission.REPORT_OWN_WORK).unit_ids)


def _staged(found: Iterable[Difficulty]) -> list[Raised]:
    terms = step_terms()
    return [Raised(one, stage_of(one, terms)) for one in found]

"""Lists of work: pairs that wait for a person, children nobody was found for; and how many there are."""

from datetime import date

from django.db.models import Count, QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.linkage.models import Decision, PopulationExtract, Run
from mangnon.linkage.records import Counts
from mangnon.linkage.vocabulary import OPEN_VERDICTS, Verdict
from mangnon.register import queries as register


def latest_extract() -> PopulationExtract | None:
    """The newest snapshot of the population."""
    return PopulationExtract.objects.order_by("as_of", "id").last()


def latest_run() -> Run | None:
    """The newest comparison."""
    return Run.objects.select_related("extract").order_by("id").last()


def unmatched(actor: Actor, *, on: date, unit_id: int | None = None) -> QuerySet[Decision]:
    """Children the actor may see for whom nobody was found, with the reason; by commune, then name."""
    return _standing(actor, on=on, unit_id=unit_id).filter(verdict=Verdict.UNMATCHED).order_by(
        "child__lives_in__sort_key", "child__sort_key", "id"
    )  # fmt: skip


def pairs_waiting(actor: Actor, *, on: date, unit_id: int | None = None, verdict: str = "") -> QuerySet[Decision]:
    """Pairs a person has to look at, numbers in dispute first, then by commune and name."""
    found = _standing(actor, on=on, unit_id=unit_id).filter(verdict__in=OPEN_VERDICTS)
    if verdict:
        found = found.filter(verdict=verdict)
    return found.select_related("person__extract").order_by("verdict", "child__lives_in__sort_key", "child__sort_key", "id")


def waiting_count(actor: Actor, *, on: date) -> int:
    """How many pairs wait where the actor decides: one query, the same that makes the list."""
    return _in_scope(actor, Permission.DECIDE_MATCHES).filter(verdict__in=OPEN_VERDICTS, child__closed_on__isnull=True).count()


def counts(actor: Actor, *, on: date, unit_id: int | None = None) -> Counts:
    """Children by where they stand; those entered after the last run are not compared yet."""
    standing = _standing(actor, on=on, unit_id=unit_id)
    by_verdict = dict(standing.order_by().values("verdict").annotate(n=Count("child_id", distinct=True)).values_list("verdict", "n"))
    children = register.children(actor, on=on)
    if unit_id:
        children = children.filter(lives_in=unit_id)
    total = children.count()
    compared = standing.order_by().values("child_id").distinct().count()
    return Counts(
        children=total, linked=by_verdict.get(Verdict.LINK, 0), review=by_verdict.get(Verdict.REVIEW, 0),
        mismatch=by_verdict.get(Verdict.MISMATCH, 0), visit=by_verdict.get(Verdict.VISIT, 0),
        unmatched=by_verdict.get(Verdict.UNMATCHED, 0), not_compared=max(0, total - compared),
    )  # fmt: skip


def _standing(actor: Actor, *, on: date, unit_id: int | None) -> QuerySet[Decision]:
    """Decisions that stand on open records of the actor's place, without those that only say who somebody is not."""
    found = _in_scope(actor, Permission.SEE_CHILDREN).filter(child__closed_on__isnull=True, child__birth_date__lte=on)
    if unit_id:
        found = found.filter(child__lives_in=unit_id)
    return found.exclude(verdict=Verdict.NOT).select_related("child__lives_in")


def _in_scope(actor: Actor, permission: Permission) -> QuerySet[Decision]:
    found = Decision.objects.filter(revoked_at__isnull=True)
    scope = policies.scope(actor, permission)
    return found if scope.everything else found.filter(child__lives_in__in=scope.unit_ids | scope.absorbed)

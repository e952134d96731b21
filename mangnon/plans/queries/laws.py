"""Reading proposals to amend texts."""

from datetime import date

from django.db.models import QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.plans.models import LawProposal
from mangnon.plans.vocabulary import LawState


def law_proposals(*, state: str = "") -> QuerySet[LawProposal]:
    """Proposals to amend texts, newest first."""
    found = LawProposal.objects.select_related("institution", "task__clause").order_by("-proposed_at", "-id")
    return found.filter(state=state) if state else found


def law_proposal(pk: int) -> LawProposal:
    """One proposal. Raises LawProposal.DoesNotExist."""
    return LawProposal.objects.select_related("institution", "task__clause").get(pk=pk)


def law_answers_late(actor: Actor, *, on: date) -> QuerySet[LawProposal]:
    """Proposals of the actor's institutions whose answer is overdue."""
    reach = policies.scope(actor, Permission.REPORT_OWN_WORK)
    found = law_proposals(state=LawState.SENT).filter(reply_due_on__lt=on)
    return found if reach.everything else found.filter(institution__in=reach.unit_ids)

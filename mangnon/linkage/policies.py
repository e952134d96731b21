"""Who may decide whether two records are one child: whoever may decide matches where the child lives."""

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission


def check_may_decide(by: Actor, *, unit_id: int) -> None:
    """Raise NotAllowed unless the actor may decide matches in the commune of the child."""
    policies.check_covers(by, Permission.DECIDE_MATCHES, institution_id=unit_id)

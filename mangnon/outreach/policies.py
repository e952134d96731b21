"""Who supervises, criticises, replies."""

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission


def check_can_supervise(by: Actor, *, agency_id: int) -> None:
    """The Front's own officers, for their own agency. Raises NotAllowed."""
    policies.check_covers(by, Permission.SUPERVISE, institution_id=agency_id)


def check_can_answer(by: Actor, *, institution_id: int) -> None:
    """People of the institution that is asked. Raises NotAllowed."""
    policies.check_covers(by, Permission.REPORT_OWN_WORK, institution_id=institution_id)

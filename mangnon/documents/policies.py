"""Who may read documents, keep an agency's registers, join documents."""

from mangnon.accounts import policies
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit.records import Who


def check_can_register(by: Who, *, institution_id: int) -> None:
    """Write in the registers of an agency. Raises NotAllowed."""
    policies.check_covers(_actor(by), Permission.REGISTER_DOCUMENTS, institution_id=institution_id)


def check_can_enter(by: Who) -> None:
    """Enter a paper of another body that nobody here sent or received, and join papers. Raises NotAllowed."""
    policies.check_may(_actor(by), Permission.REGISTER_DOCUMENTS)


def check_can_relate(by: Who, *, institution_ids: frozenset[int]) -> None:
    """Join two papers: who keeps a register in which the first stands; papers in no register by anyone who registers. Raises NotAllowed."""
    actor = _actor(by)
    policies.check_may(actor, Permission.REGISTER_DOCUMENTS)
    reach = policies.scope(actor, Permission.REGISTER_DOCUMENTS)
    if institution_ids and not any(reach.covers(one) for one in institution_ids):
        policies.check_covers(actor, Permission.REGISTER_DOCUMENTS, institution_id=min(institution_ids))


def own_agencies(actor: Actor) -> frozenset[int]:
    """The agencies whose own papers an actor reads: those of its positions."""
    return frozenset(duty.agency_id for duty in actor.duties)


def _actor(by: Who) -> Actor:
    if isinstance(by, Actor):
        return by
    return SYSTEM if by.id == SYSTEM.id else Actor(id=by.id, label=by.label)

"""Who may read and adopt plans, give duties to people, report progress."""

from mangnon.accounts import policies
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit.records import Who


def check_can_adopt(by: Who) -> None:
    """Read, correct and adopt plans. Raises NotAllowed."""
    policies.check_may(_actor(by), Permission.ADOPT_PLANS)


def check_can_assign(by: Who, *, institution_id: int) -> None:
    """Name the responsible person of a duty in this agency. Raises NotAllowed."""
    policies.check_covers(_actor(by), Permission.ASSIGN_TASKS, institution_id=institution_id)


def check_can_report(by: Who, *, institution_id: int, responsible: str) -> None:
    """Report progress for an agency: the responsible person, or who writes or hands in the agency's reports. Raises NotAllowed."""
    if by.id == responsible or policies.scope(_actor(by), Permission.SUBMIT_REPORT).covers(institution_id):
        return
    policies.check_covers(_actor(by), Permission.WRITE_REPORT, institution_id=institution_id)


def check_own_work(by: Actor, *, institution_id: int) -> None:
    """Raise difficulties, propose changes of law, record one's own work for this institution. Raises NotAllowed."""
    policies.check_covers(by, Permission.REPORT_OWN_WORK, institution_id=institution_id)


def check_can_propose(by: Actor) -> None:
    """Weigh difficulties and propose answers to the People's Committee. Raises NotAllowed."""
    policies.check_may(by, Permission.PROPOSE_ANSWERS)


def check_can_decide(by: Actor) -> None:
    """Decide a matter for the People's Committee. Raises NotAllowed."""
    policies.check_may(by, Permission.DECIDE_DIFFICULTIES)


def check_runs_committees(by: Actor, *, institution_id: int) -> None:
    """Form committees, call meetings, write conclusions at this institution. Raises NotAllowed."""
    policies.check_covers(by, Permission.RUN_COMMITTEES, institution_id=institution_id)


def check_can_check(by: Actor) -> None:
    """Check and review the plan. Raises NotAllowed."""
    policies.check_may(by, Permission.CHECK_PLAN)


def _actor(by: Who) -> Actor:
    if isinstance(by, Actor):
        return by
    return SYSTEM if by.id == SYSTEM.id else Actor(id=by.id, label=by.label)

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


def check_can_give(by: Who, *, lead_id: int) -> None:
    """Give a duty outside a plan: who names people in that agency, or who runs the committee whose conclusion it is. Raises NotAllowed."""
    actor = _actor(by)
    if not policies.scope(actor, Permission.RUN_COMMITTEES).covers(lead_id):
        policies.check_covers(actor, Permission.ASSIGN_TASKS, institution_id=lead_id)


def check_can_reorganise(by: Who) -> None:
    """Pass a whole agency's duties to its successor. Raises NotAllowed."""
    policies.check_may(_actor(by), Permission.DECIDE_SUCCESSION)


def check_can_confirm(by: Who, *, institution_id: int, own_plan: bool) -> None:
    """Confirm, return, pause, cancel, remind: who gives the city's duties; of an agency's own plan its head too. Raises NotAllowed."""
    _check_gives(by, Permission.CONFIRM_TASKS, institution_id=institution_id, own_plan=own_plan)


def check_can_decide_extension(by: Who, *, institution_id: int, own_plan: bool, asked_by: str) -> None:
    """Grant or refuse a later deadline: who gives the duty, never who asked. Raises NotAllowed."""
    if by.id == asked_by and not is_system(by):
        raise policies.NotAllowed("Người đề nghị gia hạn không tự quyết định. Để lãnh đạo cơ quan giao nhiệm vụ quyết định.")
    _check_gives(by, Permission.DECIDE_EXTENSIONS, institution_id=institution_id, own_plan=own_plan)


def gives(by: Who, permission: Permission, *, institution_id: int, own_plan: bool) -> bool:
    """Whether somebody is on the giving side of a duty: over the whole city, or in the agency whose own plan it stands in."""
    reach = policies.scope(_actor(by), permission)
    return reach.everything or (own_plan and reach.covers(institution_id))


def is_system(by: Who) -> bool:
    """Whether the clock or a command acts, not a person."""
    return by.id == SYSTEM.id


def _check_gives(by: Who, permission: Permission, *, institution_id: int, own_plan: bool) -> None:
    policies.check_may(_actor(by), permission)
    if not gives(by, permission, institution_id=institution_id, own_plan=own_plan):
        raise policies.NotAllowed(
            "Nhiệm vụ do thành phố giao thì cơ quan chủ trì kế hoạch hoặc lãnh đạo thành phố quyết định, không phải cơ quan thực hiện."
        )


def check_writes_work_plan(by: Who, *, institution_id: int) -> None:
    """Write and issue an agency's own work plan. Raises NotAllowed."""
    policies.check_covers(_actor(by), Permission.WRITE_WORK_PLANS, institution_id=institution_id)


def check_reports_activity(by: Who, *, institution_id: int, responsible: str) -> None:
    """Report on an activity of a work plan: the person who answers for it, or who writes the plan. Raises NotAllowed."""
    if by.id != responsible:
        check_writes_work_plan(by, institution_id=institution_id)


def _actor(by: Who) -> Actor:
    if isinstance(by, Actor):
        return by
    return SYSTEM if by.id == SYSTEM.id else Actor(id=by.id, label=by.label)

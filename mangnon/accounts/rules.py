"""The permission map: who may do what, how far. One table, read aloud as policy, printed into docs/reference/permissions.md."""

from datetime import timedelta

from mangnon.accounts.records import SYSTEM, Actor, Duty, Scope
from mangnon.accounts.vocabulary import Permission, Reach, Role

_R, _P = Role, Permission
_UNIT, _AGENCY, _CITY = Reach.UNIT, Reach.AGENCY, Reach.CITY

PERMISSION_MAP: dict[Permission, dict[Role, Reach]] = {
    _P.SEE_OWN_WORK: dict.fromkeys(Role, _AGENCY),
    _P.SEE_UNITS: dict.fromkeys(Role, _CITY),
    _P.DECIDE_SUCCESSION: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.PREPARE_REORGANISATION: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.DECIDE_REORGANISATION: {_R.LEAD_HEAD: _CITY, _R.CITY_LEADER: _CITY},
    _P.SEE_CHILDREN: {
        _R.COLLABORATOR: _UNIT, _R.WARD_OFFICER: _UNIT, _R.WARD_CHAIR: _UNIT, _R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY,
    },
    _P.SEE_RESTRICTED: {_R.WARD_OFFICER: _UNIT, _R.WARD_CHAIR: _UNIT},
    _P.EDIT_CHILDREN: {_R.WARD_OFFICER: _UNIT},
    _P.IMPORT_LISTS: {_R.COLLABORATOR: _UNIT, _R.WARD_OFFICER: _UNIT, _R.LEAD_SPECIALIST: _CITY},
    _P.DECIDE_MATCHES: {_R.WARD_OFFICER: _UNIT, _R.LEAD_SPECIALIST: _CITY},
    _P.SEE_PLANS: {
        role: _CITY
        for role in Role
        if role not in {_R.FACILITY_STAFF, _R.PRIVACY_OFFICER, _R.SYSTEM_ADMINISTRATOR}
    },
    _P.ADOPT_PLANS: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.ASSIGN_TASKS: {
        _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY, _R.LEAD_SPECIALIST: _CITY,
        _R.LEAD_HEAD: _CITY,
    },
    _P.REPORT_OWN_WORK: {
        _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY,
        _R.LEAD_SPECIALIST: _AGENCY, _R.LEAD_HEAD: _AGENCY,
    },
    _P.PROPOSE_ANSWERS: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.DECIDE_DIFFICULTIES: {_R.CITY_LEADER: _CITY},
    _P.RUN_COMMITTEES: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY, _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY},
    _P.CHECK_PLAN: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.SUPERVISE: {_R.FRONT_OFFICER: _AGENCY},
    _P.SEE_DOCUMENTS: {
        role: _CITY
        for role in Role
        if role not in {_R.COLLABORATOR, _R.FACILITY_STAFF, _R.PRIVACY_OFFICER, _R.SYSTEM_ADMINISTRATOR}
    },
    _P.REGISTER_DOCUMENTS: {
        _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY,
        _R.LEAD_SPECIALIST: _AGENCY, _R.LEAD_HEAD: _AGENCY,
    },
    _P.WRITE_WORK_PLANS: {
        _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY,
        _R.LEAD_SPECIALIST: _AGENCY, _R.LEAD_HEAD: _AGENCY,
    },
    _P.CONFIRM_TASKS: {
        _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY, _R.LEAD_SPECIALIST: _CITY,
        _R.LEAD_HEAD: _CITY, _R.CITY_LEADER: _CITY,
    },
    _P.DECIDE_EXTENSIONS: {_R.WARD_CHAIR: _AGENCY, _R.LEAD_HEAD: _CITY, _R.CITY_LEADER: _CITY},
    _P.SEE_INDICATORS: {
        _R.WARD_OFFICER: _CITY, _R.WARD_CHAIR: _CITY, _R.DEPARTMENT_SPECIALIST: _CITY, _R.LEAD_SPECIALIST: _CITY,
        _R.LEAD_HEAD: _CITY, _R.CITY_LEADER: _CITY, _R.FRONT_OFFICER: _CITY,
    },
    _P.COMPUTE_INDICATORS: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.SEE_REPORTING: {
        _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY,
        _R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY, _R.CITY_LEADER: _CITY,
    },
    _P.WRITE_REPORT: {
        _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY,
        _R.LEAD_SPECIALIST: _AGENCY,
    },
    _P.SUBMIT_REPORT: {
        _R.WARD_OFFICER: _AGENCY, _R.WARD_CHAIR: _AGENCY, _R.DEPARTMENT_SPECIALIST: _AGENCY, _R.FRONT_OFFICER: _AGENCY,
        _R.LEAD_HEAD: _AGENCY,
    },
    _P.REVIEW_REPORTS: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.CONSOLIDATE_REPORTS: {_R.LEAD_SPECIALIST: _CITY, _R.LEAD_HEAD: _CITY},
    _P.SEE_CITY_PAGE: {_R.CITY_LEADER: _CITY, _R.LEAD_HEAD: _CITY, _R.LEAD_SPECIALIST: _CITY},
    _P.SEE_LOG: {_R.PRIVACY_OFFICER: _CITY},
    _P.MANAGE_ACCOUNTS: {_R.SYSTEM_ADMINISTRATOR: _CITY},
}  # fmt: skip

# Who stands for an agency before others, first first: the head, else who writes for it.
STANDING = {
    role: place
    for place, role in enumerate(
        (_R.WARD_CHAIR, _R.LEAD_HEAD, _R.CITY_LEADER, _R.DEPARTMENT_SPECIALIST, _R.FRONT_OFFICER, _R.LEAD_SPECIALIST, _R.WARD_OFFICER)
    )
}


def duties_with(actor: Actor, permission: Permission) -> tuple[Duty, ...]:
    """The positions of an actor that carry a permission."""
    return tuple(duty for duty in actor.duties if duty.role in PERMISSION_MAP[permission])


def may(actor: Actor, permission: Permission) -> bool:
    """Whether any position of the actor carries the permission. The system account may do everything."""
    return actor.id == SYSTEM.id or bool(duties_with(actor, permission))


def scope(actor: Actor, permission: Permission) -> Scope:
    """Over which territory (REACH unit or city) or in which agencies (REACH agency) the actor holds a permission.

    For AGENCY reach the keys are those of the agencies; a commune's authority is the commune itself.
    """
    if actor.id == SYSTEM.id:
        return Scope(everything=True)
    keys: set[int] = set()
    absorbed: set[int] = set()
    for duty in duties_with(actor, permission):
        reach = PERMISSION_MAP[permission][duty.role]
        if reach is Reach.CITY or (reach is Reach.UNIT and duty.whole_city):
            return Scope(everything=True)
        if reach is Reach.AGENCY:
            keys.add(duty.agency_id)
        elif duty.territory_id is not None:
            keys.add(duty.territory_id)
            absorbed |= duty.absorbed
    return Scope(unit_ids=frozenset(keys), absorbed=frozenset(absorbed))


FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


def wait_after(failures: int) -> timedelta:
    """How long a user name must rest after so many wrong passwords in a row: 30 seconds after the fifth, doubling to a quarter hour.

    The wait is bounded so that nobody can lock a colleague out for a day.
    """
    if failures < FREE_TRIES:
        return timedelta(0)
    return min(FIRST_WAIT * (1 << min(failures - FREE_TRIES, 10)), LONGEST_WAIT)

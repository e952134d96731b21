"""Writing plans: reading a file in, correcting, adopting, giving duties to people, reporting progress."""

from mangnon.plans.operations.adopting import AlreadyAdopted, NoLead, adopt
from mangnon.plans.operations.agencies import AgencyHandOver, hand_over_agency, take_back_agency
from mangnon.plans.operations.assigning import (
    NothingToHandOver,
    NotInAgency,
    assign,
    assign_many,
    end_assignment,
    give_charge,
    hand_over,
)
from mangnon.plans.operations.builtin import load_builtin
from mangnon.plans.operations.calendars import NoDocument, override_day
from mangnon.plans.operations.checks import meet_requirement, record_check, record_dissemination
from mangnon.plans.operations.committees import add_conclusion, call_meeting, form_committee, release_member, seat_member, write_minutes
from mangnon.plans.operations.correcting import (
    EmptyWords,
    NoDeadline,
    NoReason,
    PlanRuns,
    UnknownAgency,
    add_task,
    correct_clause,
    correct_task,
    remove_task,
)
from mangnon.plans.operations.difficulties import (
    acknowledge,
    ask_back,
    decide_matter,
    gather,
    guide,
    propose,
    raise_difficulty,
    say_more,
)
from mangnon.plans.operations.extending import (
    AlreadyAsked,
    AlreadyDecided,
    CannotExtend,
    NoWords,
    ask_extension,
    decide_extension,
    withdraw_extension,
)
from mangnon.plans.operations.giving import NotRunning, new_task
from mangnon.plans.operations.laws import answer_law_proposal, propose_law, send_law_proposal
from mangnon.plans.operations.moving import (
    ClosedForGood,
    MissingReason,
    Moved,
    NotEnoughProof,
    NotNow,
    OwnWork,
    move,
    move_many,
    move_occurrence,
)
from mangnon.plans.operations.occurrences import NotTheAgency, open_occurrences
from mangnon.plans.operations.progressing import NothingSaid, report_progress
from mangnon.plans.operations.reading import AlreadyRead, read
from mangnon.plans.operations.reminding import remind, remind_due

__all__ = [
    "AgencyHandOver",
    "AlreadyAdopted",
    "AlreadyAsked",
    "AlreadyDecided",
    "AlreadyRead",
    "CannotExtend",
    "ClosedForGood",
    "EmptyWords",
    "MissingReason",
    "Moved",
    "NoDeadline",
    "NoDocument",
    "NoLead",
    "NoReason",
    "NoWords",
    "NotEnoughProof",
    "NotInAgency",
    "NotNow",
    "NotRunning",
    "NotTheAgency",
    "NothingSaid",
    "NothingToHandOver",
    "OwnWork",
    "PlanRuns",
    "UnknownAgency",
    "acknowledge",
    "add_conclusion",
    "add_task",
    "adopt",
    "answer_law_proposal",
    "ask_back",
    "ask_extension",
    "assign",
    "assign_many",
    "call_meeting",
    "correct_clause",
    "correct_task",
    "decide_extension",
    "decide_matter",
    "end_assignment",
    "form_committee",
    "gather",
    "give_charge",
    "guide",
    "hand_over",
    "hand_over_agency",
    "load_builtin",
    "meet_requirement",
    "move",
    "move_many",
    "move_occurrence",
    "new_task",
    "open_occurrences",
    "override_day",
    "propose",
    "propose_law",
    "raise_difficulty",
    "read",
    "record_check",
    "record_dissemination",
    "release_member",
    "remind",
    "remind_due",
    "remove_task",
    "report_progress",
    "say_more",
    "seat_member",
    "send_law_proposal",
    "take_back_agency",
    "withdraw_extension",
    "write_minutes",
]

"""Writing plans: reading a file in, correcting, adopting, giving duties to people, reporting progress."""

from mangnon.plans.operations.adopting import AlreadyAdopted, NoLead, adopt
from mangnon.plans.operations.assigning import NotInAgency, NotTheAgency, assign, end_assignment
from mangnon.plans.operations.builtin import load_builtin
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
from mangnon.plans.operations.laws import answer_law_proposal, propose_law, send_law_proposal
from mangnon.plans.operations.progressing import NothingSaid, report_progress
from mangnon.plans.operations.reading import AlreadyRead, read

__all__ = [
    "AlreadyAdopted",
    "AlreadyRead",
    "EmptyWords",
    "NoDeadline",
    "NoLead",
    "NoReason",
    "NotInAgency",
    "NotTheAgency",
    "NothingSaid",
    "PlanRuns",
    "UnknownAgency",
    "acknowledge",
    "add_conclusion",
    "add_task",
    "adopt",
    "answer_law_proposal",
    "ask_back",
    "assign",
    "call_meeting",
    "correct_clause",
    "correct_task",
    "decide_matter",
    "end_assignment",
    "form_committee",
    "gather",
    "guide",
    "load_builtin",
    "meet_requirement",
    "propose",
    "propose_law",
    "raise_difficulty",
    "read",
    "record_check",
    "record_dissemination",
    "release_member",
    "remove_task",
    "report_progress",
    "say_more",
    "seat_member",
    "send_law_proposal",
    "write_minutes",
]

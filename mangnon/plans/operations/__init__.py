"""Writing plans: reading a file in, correcting, adopting, giving duties to people, reporting progress."""

from mangnon.plans.operations.adopting import AlreadyAdopted, NoLead, adopt
from mangnon.plans.operations.assigning import NotInAgency, NotTheAgency, assign, end_assignment
from mangnon.plans.operations.builtin import load_builtin
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
    "add_task",
    "adopt",
    "assign",
    "correct_clause",
    "correct_task",
    "end_assignment",
    "load_builtin",
    "read",
    "remove_task",
    "report_progress",
]

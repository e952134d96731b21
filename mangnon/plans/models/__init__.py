"""Plans, their clauses, duties, who co-ordinates, who answers in person, how far it is."""

from mangnon.plans.models.calendar import DayOverride
from mangnon.plans.models.checks import Dissemination, PlanCheck
from mangnon.plans.models.committees import Committee, Conclusion, Meeting, Member
from mangnon.plans.models.difficulties import Difficulty, Matter, StepTerm
from mangnon.plans.models.duties import Charge, Extension, Move, Occurrence, Reminder
from mangnon.plans.models.laws import LawProposal
from mangnon.plans.models.links import ClauseLink, ClauseWaiver
from mangnon.plans.models.papers import Citation, Clause, Plan
from mangnon.plans.models.progress import Assignment, Evidence, Progress
from mangnon.plans.models.tasks import Task, TaskAgency
from mangnon.plans.models.work import Activity, ActivityReport, WorkPlan, WorkPlanReminder

__all__ = [
    "Activity",
    "ActivityReport",
    "Assignment",
    "Charge",
    "Citation",
    "Clause",
    "ClauseLink",
    "ClauseWaiver",
    "Committee",
    "Conclusion",
    "DayOverride",
    "Difficulty",
    "Dissemination",
    "Evidence",
    "Extension",
    "LawProposal",
    "Matter",
    "Meeting",
    "Member",
    "Move",
    "Occurrence",
    "Plan",
    "PlanCheck",
    "Progress",
    "Reminder",
    "StepTerm",
    "Task",
    "TaskAgency",
    "WorkPlan",
    "WorkPlanReminder",
]

"""Plans, their clauses, duties, who co-ordinates, who answers in person, how far it is."""

from mangnon.plans.models.checks import Dissemination, PlanCheck
from mangnon.plans.models.committees import Committee, Conclusion, Meeting, Member
from mangnon.plans.models.difficulties import Difficulty, Matter
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
    "Citation",
    "Clause",
    "ClauseLink",
    "ClauseWaiver",
    "Committee",
    "Conclusion",
    "Difficulty",
    "Dissemination",
    "Evidence",
    "LawProposal",
    "Matter",
    "Meeting",
    "Member",
    "Plan",
    "PlanCheck",
    "Progress",
    "Task",
    "TaskAgency",
    "WorkPlan",
    "WorkPlanReminder",
]

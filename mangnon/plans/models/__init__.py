"""Plans, their clauses, duties, who co-ordinates, who answers in person, how far it is."""

from mangnon.plans.models.papers import Citation, Clause, Plan
from mangnon.plans.models.progress import Assignment, Evidence, Progress
from mangnon.plans.models.tasks import Task, TaskAgency

__all__ = ["Assignment", "Citation", "Clause", "Evidence", "Plan", "Progress", "Task", "TaskAgency"]

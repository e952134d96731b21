"""Reading plans: the paper and its clauses, duties with who answers for them today and how far they are."""

from mangnon.plans.queries.duties import (
    by_agency,
    duties,
    duty,
    duty_holders,
    function_of,
    in_the_name_of,
    matter_of,
    members_of,
    overdue,
    responsible,
    status_counts,
    tasks_of,
    without_person,
)
from mangnon.plans.queries.papers import citations, clause, clause_tree, current_plan, plan, plans, sections, task, task_of_clause
from mangnon.plans.queries.reports import assignments_of, evidence, last_reports, progress_of

__all__ = [
    "assignments_of",
    "by_agency",
    "citations",
    "clause",
    "clause_tree",
    "current_plan",
    "duties",
    "duty",
    "duty_holders",
    "evidence",
    "function_of",
    "in_the_name_of",
    "last_reports",
    "matter_of",
    "members_of",
    "overdue",
    "plan",
    "plans",
    "progress_of",
    "responsible",
    "sections",
    "status_counts",
    "task",
    "task_of_clause",
    "tasks_of",
    "without_person",
]

"""Reading: who owes what, what a report says, what the city's is made of."""

from mangnon.reports.queries.city import city_report, contributions, differences
from mangnon.reports.queries.content import content_of, paper_of, restatements, run_of
from mangnon.reports.queries.periods import (
    current_period,
    own_requirements,
    period,
    period_of_year,
    requirement,
    requirements,
    unfinished,
    waiting_for_review,
)
from mangnon.reports.queries.reports import comments, draft, report, report_of, section_titles, version, versions

__all__ = [
    "city_report", "comments", "content_of", "contributions", "current_period", "differences", "draft", "own_requirements", "paper_of",
    "period", "period_of_year", "report", "report_of", "requirement", "requirements", "restatements", "run_of", "section_titles",
    "unfinished", "version", "versions", "waiting_for_review",
]  # fmt: skip

"""Writing supervision and criticism."""

from mangnon.outreach.operations.criticism import ask_for_criticism, explain, give_opinion
from mangnon.outreach.operations.supervision import confirm_done, plan_supervision, recommend, record_visit, reply

__all__ = [
    "ask_for_criticism",
    "confirm_done",
    "explain",
    "give_opinion",
    "plan_supervision",
    "recommend",
    "record_visit",
    "reply",
]

"""Tables of the institutions room: what exists when, what followed what, and the acts that made it so."""

from mangnon.institutions.models.acts import Body, Change, FollowedRow, Question, Reorganisation
from mangnon.institutions.models.units import Institution, Succession, SuccessionDecision

__all__ = [
    "Body",
    "Change",
    "FollowedRow",
    "Institution",
    "Question",
    "Reorganisation",
    "Succession",
    "SuccessionDecision",
]

"""Pure decisions about reports: states, deadlines, completeness, grouping, keeping."""

from mangnon.reports.rules.states import TRANSITIONS

__all__ = ["TRANSITIONS"]

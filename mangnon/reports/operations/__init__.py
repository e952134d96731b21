"""Every write about reports."""

from mangnon.reports.operations.consolidation import choose, consolidate
from mangnon.reports.operations.periods import open_period, remind
from mangnon.reports.operations.review import accept, return_
from mangnon.reports.operations.writing import issue, note_download, submit, write

__all__ = ["accept", "choose", "consolidate", "issue", "note_download", "open_period", "remind", "return_", "submit", "write"]

"""Every write of linkage: snapshots in, runs, decisions and their undoing."""

from mangnon.linkage.operations.decisions import (
    AlreadyLinked,
    NoReason,
    NotThisPair,
    TooLateToUndo,
    decide,
    revoke,
)
from mangnon.linkage.operations.runs import NoSnapshot, run
from mangnon.linkage.operations.snapshots import load_snapshot

__all__ = ["AlreadyLinked", "NoReason", "NoSnapshot", "NotThisPair", "TooLateToUndo", "decide", "load_snapshot", "revoke", "run"]

"""The reorganisations of 2024 and 2025 replayed as acts, as an office does that begins with the system in January 2026."""

from datetime import datetime, timedelta

from mangnon.accounts.records import Actor
from mangnon.institutions import operations as institutions
from mangnon.plans import operations as plans


def begin(*, by: Actor, at: datetime) -> None:
    """Units and agencies as they stood before the first act."""
    institutions.load_builtin(by=by, at=at, until=institutions.EVE)


def replay(*, by: Actor, at: datetime) -> int:
    """Every act of the real history, each checked, decided and applied; then the runs of duties of whoever must act now. How many acts."""
    acts = institutions.replay(by=by, at=at)
    plans.open_occurrences(by=by, at=at + timedelta(hours=1))
    return len(acts)

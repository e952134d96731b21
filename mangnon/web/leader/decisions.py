"""What waits for the leader's decision: every journey's `decisions.py`, gathered, the longest waiting first."""

from dataclasses import dataclass
from datetime import date

from mangnon.accounts.records import Actor
from mangnon.web.shell.nav import journey_modules


@dataclass(frozen=True)
class Decision:
    """One decision asked for: since when, what, the proposal with its ground, where it is decided.

    `agree_url` takes the answer straight from the page (fields `quyet-dinh` and `y-kien`), where a yes or no is enough; without it the
    decision is taken on its own page.
    """

    since: date
    title: str
    detail: str
    url: str
    agree_url: str = ""


def waiting(actor: Actor, *, on: date) -> list[Decision]:
    """Every decision the actor may take."""
    modules = [module for module in journey_modules("decisions") if module.__name__ != __name__]
    return sorted((one for module in modules for one in module.waiting(actor, on=on)), key=lambda one: one.since)

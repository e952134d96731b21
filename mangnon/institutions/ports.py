"""Who follows an act of reorganisation: rooms above, named in settings, because nothing here may know them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from mangnon.audit.records import Who
from mangnon.institutions.records import Asking, Move, Tally


class Follower(Protocol):
    """What belongs to institutions in one room. Everything runs inside the transaction of the act."""

    code: str  # "accounts": stored with questions and moved rows
    label: str  # "tài khoản": the noun after a number

    def preview(self, move: Move, *, on: date) -> Tally:
        """What would move, what would have to be asked. Writes nothing."""
        ...

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Move what can be moved; give what was moved and what must be asked. Doing it again moves nothing more."""
        ...

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Move what one question was about to the institution somebody chose; how many things."""
        ...


def followers() -> Sequence[Follower]:
    """Every follower, in the order of settings: people before their duties."""
    paths = settings.MANGNON_PORTS.get("institutions.followers", ())
    return tuple(cast(Follower, import_string(path)()) for path in paths)

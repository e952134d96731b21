"""Who a command acts as. Import inside `run`: accounts need Django set up."""

from mangnon.accounts import queries
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal


class NoSuchAccount(Refusal):
    """`--by` names nobody."""


def acting(username: str | None) -> Actor:
    """The actor of `--by USER`; without it, the system account."""
    if not username:
        return SYSTEM
    actor = queries.actor_named(username, on=calendar.today())
    if actor is None:
        raise NoSuchAccount(f"Không có tài khoản “{username}” đang hoạt động. Xem lại tên sau --by.")
    return actor

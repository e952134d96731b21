"""In whose name a job is done: the person who asked for it, with the posts they hold today."""

from datetime import date

from mangnon.accounts import queries
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.lib.refusals import Refusal


class Gone(Refusal):
    """The account that asked for the job is closed."""


def acting(username: str, *, on: date) -> Actor:
    """The actor with a user name; the system for its own. Raises Gone."""
    if username == SYSTEM.id:
        return SYSTEM
    actor = queries.actor_named(username, on=on)
    if actor is None:
        raise Gone("Tài khoản gửi danh sách không còn hoạt động nên việc dừng lại. Người khác của đơn vị gửi lại tệp.")
    return actor

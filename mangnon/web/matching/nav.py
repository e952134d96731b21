from datetime import date

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.linkage import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def _waiting(actor: Actor, on: date) -> Count | None:
    waiting = queries.waiting_count(actor, on=on)
    return Count(waiting) if waiting else None


ITEMS = (
    NavItem(
        label="Đối chiếu dân cư", url_name="matching", icon="git-compare", group=Group.CHILDREN, permission=Permission.DECIDE_MATCHES,
        order=30, count=_waiting,
    ),
)  # fmt: skip

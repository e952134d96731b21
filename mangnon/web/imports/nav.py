from datetime import date

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake import queries
from mangnon.web.shell.nav import Count, Group, NavItem


def lists_waiting(actor: Actor, on: date) -> Count | None:
    """Lists that have rows waiting for somebody."""
    waiting = queries.waiting_lists(actor).count()
    return Count(waiting) if waiting else None


ITEMS = (
    NavItem(
        label="Nhập danh sách", url_name="imports", icon="file-spreadsheet", group=Group.CHILDREN, permission=Permission.IMPORT_LISTS,
        order=20, count=lists_waiting,
    ),
)  # fmt: skip

from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Người dùng", url_name="people", icon="users-group", group=Group.SYSTEM, permission=Permission.MANAGE_ACCOUNTS, order=20,
        tab=2, short="Người dùng",
    ),
)  # fmt: skip

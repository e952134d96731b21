from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Danh sách trẻ em", url_name="children", icon="users", group=Group.CHILDREN, permission=Permission.SEE_CHILDREN, order=10,
        tab=2, short="Trẻ em",
    ),
)  # fmt: skip

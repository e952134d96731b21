from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Việc của tôi", url_name="my_work", icon="list-check", group=Group.TOP, permission=Permission.SEE_OWN_WORK, order=10,
        tab=1, short="Việc",
    ),
)  # fmt: skip

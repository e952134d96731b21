from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Nhật ký", url_name="log", icon="history", group=Group.SYSTEM, permission=Permission.SEE_LOG, order=10, tab=2, short="Nhật ký"
    ),
)

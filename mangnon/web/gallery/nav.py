from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Thành phần giao diện", url_name="gallery", icon="components", group=Group.SYSTEM, permission=Permission.SEE_OWN_WORK,
        order=90,
    ),
)  # fmt: skip

from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Bảng nhiệm vụ", url_name="duties", icon="clipboard-check", group=Group.PLAN, permission=Permission.SEE_PLANS, order=12,
    ),
)  # fmt: skip

from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Kế hoạch, nhiệm vụ", url_name="plans", icon="checklist", group=Group.PLAN, permission=Permission.SEE_PLANS, order=10, tab=3,
        short="Nhiệm vụ",
    ),
)  # fmt: skip

from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Chỉ tiêu", url_name="indicators", icon="chart-bar", group=Group.PLAN, permission=Permission.SEE_INDICATORS, order=40,
        tab=6, short="Chỉ tiêu",
    ),
)  # fmt: skip

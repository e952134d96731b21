from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Kế hoạch công tác", url_name="own_plans", icon="calendar-event", group=Group.PLAN, permission=Permission.SEE_PLANS, order=12
    ),
)

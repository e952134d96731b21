from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Kiến nghị sửa văn bản", url_name="law_proposals", icon="scale", group=Group.PLAN, permission=Permission.SEE_PLANS, order=44
    ),
)

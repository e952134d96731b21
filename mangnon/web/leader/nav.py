from mangnon.accounts.vocabulary import Permission
from mangnon.web.shell.nav import Group, NavItem

ITEMS = (
    NavItem(
        label="Điều hành", url_name="city_page", icon="layout-dashboard", group=Group.TOP, permission=Permission.SEE_CITY_PAGE, order=5,
        tab=2, short="Điều hành",
    ),
)  # fmt: skip

"""The navigation: every journey's `nav.py`, gathered, filtered by what the actor may do."""

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import ModuleType

from django.urls import reverse

from mangnon import web
from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission


class Group(StrEnum):
    """Headings of the navigation, in order. TOP has none."""

    TOP = ""
    CHILDREN = "Trẻ em"
    PLAN = "Kế hoạch và báo cáo"
    CATALOGUE = "Danh mục"
    SYSTEM = "Hệ thống"


@dataclass(frozen=True)
class Count:
    """Work that waits behind a link: how much, and whether some of it is late. Never a total for its own sake."""

    value: int
    late: bool = False


@dataclass(frozen=True)
class NavItem:
    """One link of the navigation.

    `permission` decides who sees it. `count` is asked only for who may see it, and remembered a minute for pages other than the link's
    own (shell.context); it must be the query that makes the list behind the link. `tab` > 0 puts the link into the five-place bar of the
    phone, lowest first, under the name `short`.
    """

    label: str
    url_name: str
    icon: str
    group: Group
    permission: Permission
    order: int = 50
    count: Callable[[Actor, date], Count | None] | None = None
    tab: int = 0
    short: str = ""


@dataclass(frozen=True)
class NavLink:
    """A link as the page shows it."""

    label: str
    short: str
    url: str
    icon: str
    count: Count | None
    current: bool
    tab: int


@dataclass(frozen=True)
class NavGroup:
    """A heading with its links."""

    heading: str
    links: tuple[NavLink, ...]


@cache
def items() -> tuple[NavItem, ...]:
    """The links of all journeys, in the order of groups, then `order`, then name."""
    found = [item for module in journey_modules("nav") for item in module.ITEMS]
    order = list(Group)
    return tuple(sorted(found, key=lambda item: (order.index(item.group), item.order, item.label)))


def journey_modules(name: str) -> Iterable[ModuleType]:
    """The module of this name of every journey that has one (`nav`, `work`)."""
    for journey in pkgutil.iter_modules(web.__path__):
        full = f"mangnon.web.{journey.name}.{name}"
        if journey.ispkg and journey.name != "shell" and importlib.util.find_spec(full):
            yield importlib.import_module(full)


def navigation(actor: Actor, *, path: str, count: Callable[[NavItem, bool], Count | None]) -> tuple[NavGroup, ...]:
    """What the actor sees; the link whose address is the longest beginning of `path` is the current one.

    `count` gives the work behind a link; it is told whether the page is that link's own.
    """
    seen = [(item, reverse(item.url_name)) for item in items() if rules.may(actor, item.permission)]
    current = max((url for _, url in seen if path.startswith(url)), key=len, default="")
    links = [
        (item.group, NavLink(
            label=item.label, short=item.short or item.label, url=url, icon=item.icon,
            count=count(item, url == current), current=url == current, tab=item.tab,
        ))
        for item, url in seen
    ]  # fmt: skip
    return tuple(
        NavGroup(heading=group.value, links=mine) for group in Group if (mine := tuple(link for where, link in links if where is group))
    )


def tabs(groups: Iterable[NavGroup]) -> tuple[NavLink, ...]:
    """The first four links marked for the phone's bar; the fifth place is “Thêm”."""
    marked = [link for group in groups for link in group.links if link.tab]
    return tuple(sorted(marked, key=lambda link: link.tab)[:4])

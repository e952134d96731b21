"""What the shell shows on every page: who is here, where, the navigation, the work that waits. Each is made once, when a page asks."""

from functools import cached_property

from django.core.cache import cache
from django.http import HttpRequest

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.web.shell import nav, work

REMEMBERED = 60  # seconds a count beside a link is kept on other pages


class Shell:
    """The bar, the navigation and the phone's tabs of one signed-in actor on one page."""

    def __init__(self, actor: Actor, path: str) -> None:
        self.actor = actor
        self.path = path
        self.on = calendar.today()

    @property
    def name(self) -> str:
        return self.actor.label

    @property
    def initials(self) -> str:
        """Middle and given name, as the picture in the bar: Lâm Ngọc Thu → NT."""
        return "".join(word[0].upper() for word in self.actor.label.split()[-2:])

    @property
    def title(self) -> str:
        duty = self.actor.main_duty
        return duty.title if duty else "Chưa có chức danh"

    @property
    def place(self) -> str:
        duty = self.actor.main_duty
        return duty.territory_name if duty else ""

    @cached_property
    def may_search_children(self) -> bool:
        return rules.may(self.actor, Permission.SEE_CHILDREN)

    @cached_property
    def work(self) -> list[work.WorkItem]:
        """Everything that waits for the actor; the page “Việc của tôi” and the count beside it read the same list."""
        return work.waiting(self.actor, on=self.on)

    @cached_property
    def groups(self) -> tuple[nav.NavGroup, ...]:
        return nav.navigation(self.actor, path=self.path, count=self._count)

    def _count(self, item: nav.NavItem, own_page: bool) -> nav.Count | None:
        """The work behind a link: counted on the link's own page, so that number and list agree; elsewhere remembered a minute."""
        key = _key(self.actor, item)
        kept = None if own_page else cache.get(key)
        if kept is None:
            kept = (self._counted(item),)
            cache.set(key, kept, REMEMBERED)
        return kept[0]  # type: ignore[no-any-return]

    def _counted(self, item: nav.NavItem) -> nav.Count | None:
        if item.url_name == "my_work":
            return work.count(self.work)
        return item.count(self.actor, self.on) if item.count else None

    @cached_property
    def tabs(self) -> tuple[nav.NavLink, ...]:
        return nav.tabs(self.groups)


def shell(request: HttpRequest) -> dict[str, object]:
    """`shell` for signed-in people; nothing for others."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"shell": None}
    return {"shell": of(request)}


def of(request: HttpRequest) -> Shell:
    """The shell of a request, made once."""
    if not hasattr(request, "shell"):
        request.shell = Shell(request.actor, request.path)  # type: ignore[attr-defined]
    return request.shell  # type: ignore[attr-defined, no-any-return]


def forget(actor: Actor) -> None:
    """Count anew on the next page: the actor has just done something."""
    cache.delete_many([_key(actor, item) for item in nav.items()])


def _key(actor: Actor, item: nav.NavItem) -> str:
    return f"count:{item.url_name}:{actor.id}:{actor.on}"

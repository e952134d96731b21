"""What waits for one person: every journey's `work.py`, gathered by urgency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mangnon.accounts.records import Actor
from mangnon.lib import vietnamese
from mangnon.web.shell.nav import Count, journey_modules

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class Urgency(StrEnum):
    """Groups of the page “Việc của tôi”, most urgent first."""

    HOURS = "Tính bằng giờ"
    TODAY = "Hôm nay"
    WEEK = "Tuần này"
    LATER = "Sau tuần này"
    UNDATED = "Chưa định hạn"


class State(StrEnum):
    """How a clock looks: colour, shape and words together."""

    LATE = "late"
    SOON = "soon"
    OK = "ok"
    WAIT = "wait"


@dataclass(frozen=True)
class WorkItem:
    """One thing a person has to do: by when, what and about whom, and the one next act.

    `title` and `detail` carry no child's name. `clock` is the time left ("Còn 2 ngày"), `until` the moment it ends ("hạn 19/11/2026").
    `due` orders items inside a group. For a deadline counted in days use `by_day`, which chooses group, clock and state.
    """

    urgency: Urgency
    state: State
    clock: str
    until: str
    title: str
    detail: str
    action: str
    url: str
    due: date = date.max

    @property
    def dated(self) -> bool:
        """Whether somebody has given it a day or an hour; what has none is shown without a clock."""
        return self.urgency is not Urgency.UNDATED

    @classmethod
    def by_day(cls, due: date, *, on: date, title: str, detail: str, action: str, url: str) -> "WorkItem":
        """An item whose last day is `due`, seen on day `on`."""
        urgency, state, clock, until = reckon(due, on=on)
        return cls(urgency, state, clock, until, title, detail, action, url, due)

    @classmethod
    def undated(cls, *, title: str, detail: str, action: str, url: str) -> "WorkItem":
        """An item nobody has given a day: shown after those that have one."""
        return cls(Urgency.UNDATED, State.WAIT, "Chưa định hạn", "làm khi có thể", title, detail, action, url)


def reckon(due: date, *, on: date) -> tuple[Urgency, State, str, str]:
    """Group, state, time left and last day, in words. The week ends on Sunday; three days or fewer are “soon” only within it."""
    days = (due - on).days
    written = vietnamese.short_date(due)
    if days < 0:
        return Urgency.TODAY, State.LATE, f"Quá hạn {vietnamese.number(-days)} ngày", f"hạn {written}"
    if days == 0:
        return Urgency.TODAY, State.SOON, "Hạn hôm nay", f"hết ngày {written}"
    if due <= end_of_week(on):
        return Urgency.WEEK, State.OK, f"{WEEKDAYS[due.weekday()]}, {due:%d/%m}", f"còn {days} ngày"
    return Urgency.LATER, State.OK, f"Còn {vietnamese.number(days)} ngày", f"hạn {written}"


def end_of_week(on: date) -> date:
    """The Sunday that ends the week of a day."""
    return on + timedelta(days=6 - on.weekday())


def waiting(actor: Actor, *, on: date) -> list[WorkItem]:
    """Everything that waits for the actor, most urgent first; else in the order of the journeys that gave it."""
    order = list(Urgency)
    found = [item for module in journey_modules("work") for item in module.waiting(actor, on=on)]
    return sorted(found, key=lambda item: (order.index(item.urgency), item.state is not State.LATE, item.due))


def grouped(items: Iterable[WorkItem]) -> list[tuple[Urgency, list[WorkItem]]]:
    """Items under their headings; empty headings left out."""
    kept = list(items)
    return [(urgency, mine) for urgency in Urgency if (mine := [item for item in kept if item.urgency is urgency])]


def count(items: Iterable[WorkItem]) -> Count | None:
    """The number beside “Việc của tôi”: all that waits but what is due after this week; red when something is late."""
    pressing = [item for item in items if item.urgency is not Urgency.LATER]
    return Count(len(pressing), late=any(item.state is State.LATE for item in pressing)) if pressing else None

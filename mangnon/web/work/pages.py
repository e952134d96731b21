"""What “Việc của tôi” shows: a sentence whose numbers open, groups by urgency, my agency's latest acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.lib.vietnamese import number, short_date
from mangnon.web.shell.work import WEEKDAYS, State, Urgency, WorkItem, end_of_week, grouped

ANCHORS = {Urgency.HOURS: "gio", Urgency.TODAY: "hom-nay", Urgency.WEEK: "tuan", Urgency.LATER: "sau", Urgency.UNDATED: "chua-dinh-han"}
PHRASES = {
    Urgency.HOURS: "{} việc tính bằng giờ", Urgency.TODAY: "{} việc phải xong hôm nay", Urgency.WEEK: "{} việc trong tuần",
    Urgency.LATER: "{} việc sau tuần này", Urgency.UNDATED: "{} việc chưa định hạn",
}  # fmt: skip
FOLD = dict.fromkeys(Urgency, 12) | {Urgency.UNDATED: 7}  # items of a group shown before “Còn … việc nữa”


@dataclass(frozen=True)
class Phrase:
    """A number of the sentence and where it opens."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Section:
    """One group of the page; `rest` waits behind a fold."""

    anchor: str
    title: str
    note: str
    items: Sequence[WorkItem]
    rest: Sequence[WorkItem]
    plain: bool


@dataclass(frozen=True)
class WorkPage:
    """The whole page."""

    day: str
    phrases: tuple[Phrase, ...]
    late: int
    sections: tuple[Section, ...]


def work_page(items: Sequence[WorkItem], *, on: date) -> WorkPage:
    """The page of one day."""
    groups = grouped(items)
    return WorkPage(
        day=f"{WEEKDAYS[on.weekday()]}, {short_date(on)}",
        phrases=tuple(Phrase(PHRASES[urgency].format(number(len(mine))), ANCHORS[urgency]) for urgency, mine in groups),
        late=sum(item.state is State.LATE for item in items),
        sections=tuple(
            Section(
                ANCHORS[urgency],
                urgency.value,
                _note(urgency, len(mine), on),
                mine[: FOLD[urgency]],
                mine[FOLD[urgency] :],
                plain=urgency is Urgency.UNDATED,
            )
            for urgency, mine in groups
        ),
    )


def _note(urgency: Urgency, count: int, on: date) -> str:
    if urgency is Urgency.HOURS:
        return "Giờ chạy cả ngày nghỉ"
    if urgency is Urgency.WEEK:
        return f"đến Chủ nhật, {short_date(end_of_week(on))}"
    return f"{number(count)} việc"

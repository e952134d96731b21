"""How a last day becomes a group, a state and words."""

from datetime import date

import pytest

from mangnon.web.shell.work import State, Urgency, WorkItem, count, end_of_week, grouped, reckon

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "urgency", "state", "clock", "until"),
    [
        (date(2026, 11, 19), Urgency.TODAY, State.LATE, "Quá hạn 4 ngày", "hạn 19/11/2026"),
        (date(2023, 11, 24), Urgency.TODAY, State.LATE, "Quá hạn 1.095 ngày", "hạn 24/11/2023"),
        (date(2026, 11, 23), Urgency.TODAY, State.SOON, "Hạn hôm nay", "hết ngày 23/11/2026"),
        (date(2026, 11, 25), Urgency.WEEK, State.OK, "Thứ Tư, 25/11", "còn 2 ngày"),
        (date(2026, 11, 29), Urgency.WEEK, State.OK, "Chủ nhật, 29/11", "còn 6 ngày"),
        (date(2026, 11, 30), Urgency.LATER, State.OK, "Còn 7 ngày", "hạn 30/11/2026"),
    ],
)
def test_a_last_day_in_words(due, urgency, state, clock, until):
    assert reckon(due, on=MONDAY) == (urgency, state, clock, until)


def test_on_sunday_the_week_ends_today():
    assert end_of_week(date(2026, 11, 29)) == date(2026, 11, 29)
    assert reckon(date(2026, 11, 30), on=date(2026, 11, 29))[0] is Urgency.LATER


def item(due):
    return WorkItem.by_day(due, on=MONDAY, title="Nộp báo cáo", detail="", action="Viết tiếp", url="/")


def test_the_count_is_red_when_something_is_late_and_leaves_out_what_comes_later():
    assert count([]) is None
    assert count([item(date(2027, 1, 1))]) is None
    assert (count([item(MONDAY), item(date(2027, 1, 1))]).value, count([item(MONDAY)]).late) == (1, False)
    assert count([item(date(2026, 11, 1))]).late


def test_groups_come_in_order_and_empty_ones_are_left_out():
    items = [item(date(2027, 1, 1)), item(MONDAY)]
    assert [urgency for urgency, _ in grouped(items)] == [Urgency.TODAY, Urgency.LATER]


def test_an_undated_item_comes_last_and_still_counts():
    undated = WorkItem.undated(title="", detail="", action="", url="")
    assert [urgency for urgency, _ in grouped([undated, item(date(2027, 1, 1))])] == [Urgency.LATER, Urgency.UNDATED]
    assert count([undated]).value == 1

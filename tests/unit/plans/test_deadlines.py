"""Deadlines as papers write them, and the last day they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.plans.records import Deadline, Turn
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import DueRule


@pytest.mark.parametrize(
    ("words", "month", "day"),
    [
        ("báo cáo về Sở Y tế trước ngày 20 tháng 11 hàng năm", 11, 19),
        ("báo cáo trước ngày 20/11 hằng năm.", 11, 19),
        ("gửi báo cáo trước ngày 01 tháng 3 hằng năm", 2, 29),
        ("chậm nhất ngày 15/12 hằng năm", 12, 15),
        ("hằng năm, báo cáo kết quả trước ngày 20/11", 11, 19),
        ("định kỳ hằng năm đánh giá việc thực hiện", 12, 31),
    ],
)
def test_a_yearly_deadline(words, month, day):
    found = deadlines.deadline(words)
    assert (found.rule, found.month, found.day) == (DueRule.YEARLY, month, day)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("hoàn thành trước ngày 30/6/2025", date(2025, 6, 29)),
        ("trước ngày 01 tháng 01 năm 2026", date(2025, 12, 31)),
        ("chậm nhất ngày 30 tháng 6 năm 2025", date(2025, 6, 30)),
        ("đến hết ngày 31/12/2027", date(2027, 12, 31)),
        ("Quý II năm 2025", date(2025, 6, 30)),
        ("hoàn thành trong quý IV/2026", date(2026, 12, 31)),
        ("trước quý III năm 2026", date(2026, 6, 30)),
        ("trong tháng 02 năm 2028", date(2028, 2, 29)),
        ("trước tháng 6/2026", date(2026, 5, 31)),
        ("Tháng 10/2026", date(2026, 10, 31)),
        ("hoàn thành trong năm 2027", date(2027, 12, 31)),
        ("duy trì thực hiện đến năm 2035", date(2035, 12, 31)),
        ("Đến năm 2030, giảm 30% số trẻ em bị đuối nước", date(2030, 12, 31)),
    ],
)
def test_a_single_deadline_names_its_last_day(words, last):
    found = deadlines.deadline(words)
    assert (found.rule, found.on) == (DueRule.ONCE, last)


@pytest.mark.parametrize(
    ("words", "rule"), [("định kỳ hằng quý báo cáo", DueRule.QUARTERLY), ("mỗi tháng ít nhất hai bài", DueRule.MONTHLY)]
)
def test_what_comes_back_within_the_year(words, rule):
    assert deadlines.deadline(words).rule is rule


@pytest.mark.parametrize(
    "words",
    [
        "trong dự toán chi ngân sách Nhà nước hằng năm của các đơn vị",
        "vào kế hoạch phát triển kinh tế - xã hội hằng năm và giai đoạn 05 năm",
        "Chương trình can thiệp giảm tử vong trẻ em dưới 5 tuổi đến năm 2030",
        "giai đoạn 2021 - 2030 và tầm nhìn đến năm 2045",
        "Kế hoạch số 21/KH-UBND ngày 25 tháng 01 năm 2022",
        "trước ngày 31 tháng 02 hằng quý hai",
        "Tăng cường phối hợp giữa gia đình, nhà trường và xã hội",
    ],
)
def test_what_is_no_deadline(words):
    found = deadlines.deadline(words)
    assert found is None or found.rule is not DueRule.ONCE
    assert found is None or found.rule is DueRule.QUARTERLY


@pytest.mark.parametrize(
    ("rule", "facts", "on", "due"),
    [
        (DueRule.YEARLY, {"month": 11, "day": 19}, date(2026, 3, 1), date(2026, 11, 19)),
        (DueRule.YEARLY, {"month": 2, "day": 29}, date(2026, 1, 5), date(2026, 2, 28)),
        (DueRule.QUARTERLY, {}, date(2026, 5, 9), date(2026, 6, 30)),
        (DueRule.MONTHLY, {}, date(2026, 2, 9), date(2026, 2, 28)),
        (DueRule.ONCE, {"on": date(2025, 6, 29)}, date(2026, 1, 1), date(2025, 6, 29)),
    ],
)
def test_the_last_day_of_the_running_cycle(rule, facts, on, due):
    assert deadlines.due_in(Deadline(rule, "", **facts), on=on) == due


@given(on=st.dates(date(2024, 4, 4), date(2035, 12, 31)), month=st.integers(1, 12), day=st.integers(1, 31))
def test_a_yearly_day_falls_once_in_every_year(on, month, day):
    due = deadlines.due_in(Deadline(DueRule.YEARLY, "", month=month, day=day), on=on)
    assert due.year == on.year
    assert deadlines.cycle_start(Deadline(DueRule.YEARLY, "", month=month, day=day), on=on) <= due


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        (["Về trẻ em", "tập trung chỉ đạo thực hiện đến năm 2035;"], date(2035, 12, 31)),
        (["PHÒNG, CHỐNG ĐUỐI NƯỚC GIAI ĐOẠN 2026 - 2030"], date(2030, 12, 31)),
        (["Công tác trẻ em năm 2027"], date(2027, 12, 31)),
        (["Triển khai Chương trình dinh dưỡng đến năm 2030"], date(2030, 12, 31)),
        (["Về trẻ em", "theo Chương trình dinh dưỡng đến năm 2030"], None),
    ],
)
def test_how_long_a_plan_runs(texts, last):
    assert deadlines.horizon(texts) == last


def test_a_deadline_in_words_names_the_last_day():
    assert deadlines.in_words(deadlines.deadline("trước ngày 20/11 hằng năm")) == "hằng năm, hạn cuối 19/11"
    assert deadlines.in_words(deadlines.deadline("trước ngày 30/6/2025")) == "hạn cuối 29/06/2025"
    assert deadlines.in_words(deadlines.deadline("hằng quý báo cáo")) == "hằng quý"


class TestTurns:
    """A duty that comes back runs in turns: years, quarters, months; what is done once has one."""

    @pytest.mark.parametrize(
        ("words", "on", "key", "first", "last", "due"),
        [
            ("trước ngày 20/11 hằng năm", date(2026, 3, 1), "2026", date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 19)),
            ("hằng quý", date(2026, 8, 15), "2026-Q3", date(2026, 7, 1), date(2026, 9, 30), date(2026, 9, 30)),
            ("hằng tháng", date(2028, 2, 29), "2028-02", date(2028, 2, 1), date(2028, 2, 29), date(2028, 2, 29)),
            ("thường xuyên", date(2027, 6, 1), "2027", date(2027, 1, 1), date(2027, 12, 31), date(2027, 12, 31)),
            ("trước ngày 30/6/2027", date(2026, 6, 1), "", None, None, date(2027, 6, 29)),
        ],
    )
    def test_the_turn_of_a_day(self, words, on, key, first, last, due):
        turn = deadlines.turn(deadlines.deadline(words), on=on)
        assert (turn.key, turn.starts_on, turn.ends_on, turn.due) == (key, first, last, due)

    def test_without_a_deadline_there_is_one_turn_without_end(self):
        assert deadlines.turn(None, on=date(2026, 6, 1)) == Turn("", None, None, None)

    def test_every_day_lies_in_its_turn_and_turns_do_not_overlap(self):
        rule = deadlines.deadline("hằng quý")
        turns = [deadlines.turn(rule, on=date(2026, 1, 1) + timedelta(days=n)) for n in range(730)]
        assert all(turn.starts_on <= date(2026, 1, 1) + timedelta(days=n) <= turn.ends_on for n, turn in enumerate(turns))
        assert len({turn.key for turn in turns}) == 8

    @pytest.mark.parametrize(("key", "words"), [("2026", "năm 2026"), ("2026-Q4", "quý IV/2026"), ("2026-11", "tháng 11/2026"), ("", "")])
    def test_a_turn_in_words(self, key, words):
        assert deadlines.turn_in_words(key) == words

    def test_ongoing_is_a_deadline_only_where_it_is_all_that_is_said(self):
        assert deadlines.deadline("Thường xuyên").rule is DueRule.ONGOING
        assert deadlines.deadline("Triển khai thực hiện thường xuyên, thiết thực, hiệu quả") is None

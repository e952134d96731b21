"""Clauses without a duty, the line a title states, a duty seen through its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.plans import formats
from mangnon.plans.operations.builtin import FILE
from mangnon.plans.records import Clause
from mangnon.plans.rules import cascade, gaps, reading, subtasks
from mangnon.plans.rules.subtasks import Part
from mangnon.plans.vocabulary import Calendar, Declared


def plan_73():
    return reading.read(formats.paper(FILE.read_bytes(), FILE.name))


def clause(address: str, title: str = "", text: str = "chữ") -> Clause:
    parent = address.rpartition(".")[0] or None
    return Clause(id=address, level=address.count(".") + 1, mark="", title=title, text=text, parent=parent)


PAPER = [
    clause("I", "MỤC ĐÍCH, YÊU CẦU", ""), clause("I.1"), clause("II", "NHIỆM VỤ", ""), clause("II.1", "Truyền thông", ""), clause("II.1.a"),
    clause("II.1.b"), clause("II.2"), clause("III", "KINH PHÍ"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tasked", "open_"),
    [
        (set(), ["II.1.a", "II.1.b", "II.2", "III"]),
        ({"II.1.a"}, ["II.1.b", "II.2", "III"]),
        ({"II.1"}, ["II.2", "III"]),
        ({"II", "III"}, []),
    ],
)
def test_a_clause_is_covered_by_its_duty_or_by_one_above_and_aims_give_none(tasked, open_):
    assert [one.id for one in gaps.uncovered(PAPER, tasked=tasked)] == open_


def test_plan_73_leaves_one_clause_without_a_duty():
    plan = plan_73()
    tasked = {task.clause for task in plan.tasks}
    assert [one.id for one in gaps.uncovered(plan.clauses, tasked=tasked)] == ["III.1"]


@pytest.mark.parametrize(
    ("texts", "numbers", "line"),
    [
        (
            ("Triển khai thực hiện Kế hoạch số 276-KH/TU ngày 06 tháng 3 năm 2024 triển khai thực hiện Chỉ thị số 28-CT/TW",),
            ("28-CT/TW", "276-KH/TU", "21/KH-UBND"),
            ("276-KH/TU", "28-CT/TW"),
        ),
        (("Mở điểm giữ trẻ", "Căn cứ Kế hoạch số 97/KH-UBND ngày 20/3/2025"), ("97/KH-UBND",), ()),
        (("Triển khai trẻ em", "Thực hiện Kế hoạch số 12/KH-UBND; Căn cứ Quyết định số 1591/QĐ-TTg"), ("12/KH-UBND", "1591/QĐ-TTg"),
         ("12/KH-UBND",)),
        (("Không nêu gì",), (), ()),
    ],
)  # fmt: skip
def test_the_line_of_a_plan_is_what_it_says_it_carries_out(texts, numbers, line):
    assert cascade.line(texts, numbers) == line


def test_plan_73_carries_out_276_which_carries_out_28():
    plan = plan_73()
    numbers = [cited.number for cited in plan.citations]
    assert cascade.line((plan.head.title, plan.head.preamble), numbers) == ("276-KH/TU", "28-CT/TW")


def test_a_subject_is_taken_from_where_it_is_quoted():
    plan = plan_73()
    texts = [plan.head.preamble, *(one.text for one in plan.clauses)]
    assert cascade.quoted(texts, "28-CT/TW").startswith("Về tăng cường công tác chăm sóc, giáo dục và bảo vệ trẻ em")
    assert cascade.quoted(texts, "276-KH/TU") == ""
    assert cascade.quoted(["Kế hoạch số 1/KH-UBND. “Khác”"], "1/KH-UBND") == ""


def part(declared=Declared.NOTHING, percent=None, calendar=Calendar.IN_TIME, *parts):
    return Part(declared, percent, calendar, tuple(parts))


def test_a_duty_without_parts_is_not_seen_through_them():
    assert subtasks.gather([]) is None


def test_a_duty_is_as_far_as_its_parts():
    done, half = part(Declared.DONE, 30), part(Declared.STARTED, 50)
    late = part(Declared.NOTHING, None, Calendar.LATE)
    deep = part(Declared.STARTED, 90, Calendar.IN_TIME, part(Declared.DONE), part())
    found = subtasks.gather([done, half, late, deep])
    assert (found.total, found.done, found.late, found.percent) == (4, 1, 1, 50)
    assert found.words == "1/4 việc nhỏ xong, 50%, 1 quá hạn"


PARTS = st.recursive(
    st.builds(part, st.sampled_from(Declared), st.none() | st.integers(0, 100), st.sampled_from(Calendar)),
    lambda inner: st.builds(
        lambda declared, parts: part(declared, None, Calendar.IN_TIME, *parts),
        st.sampled_from(Declared),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


@given(st.lists(PARTS, min_size=1, max_size=5))
def test_progress_by_parts_stays_between_nothing_and_all(parts):
    found = subtasks.gather(parts)
    assert 0 <= found.percent <= 100
    assert found.done + found.late <= found.total == len(parts)
    if all(one.declared == Declared.DONE for one in parts):
        assert found.percent == 100
    assert subtasks.gather([*parts, part(Declared.DONE)]).percent >= found.percent

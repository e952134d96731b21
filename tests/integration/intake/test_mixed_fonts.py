"""Rows of an older list pasted beneath newer ones: each stretch is read as it was typed; rows typed turn by turn are asked about."""

import random

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.vocabulary import BatchState
from tests.factories import child_lists
from tests.factories.register import AT, unit
from tests.factories.spreadsheets import old_fonts

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Họ tên mẹ"]
NAMES = old_fonts.names(random.Random(7), 24)
MOTHERS = old_fonts.names(random.Random(8), 24)
WRITERS = {"unicode": str, **old_fonts.WRITERS}


def row(at, way):
    write = WRITERS[way]
    return [str(at + 1), write(NAMES[at]), "05/06/2020", write(MOTHERS[at])]


def take(rows, *, over=()):
    content = child_lists.sheet_of([*over, HEAD, *rows])
    return operations.take_in(content=content, name="DS.xlsx", format_code="child-list", commune_id=unit().pk, by=SYSTEM, at=AT).batch


def read(batch):
    found = [queries.cells(batch, one) for one in queries.rows(batch)]
    return [cells["full_name"] for cells in found], [cells["mother_name"] for cells in found]


@pytest.mark.parametrize(("above", "below"), [("unicode", "tcvn3"), ("tcvn3", "unicode"), ("tcvn3", "vni"), ("unicode", "vni")])
def test_each_run_is_read_as_it_was_typed(above, below):
    batch = take([row(at, above if at < 14 else below) for at in range(24)])
    assert batch.state == BatchState.CHECKED
    assert [block.heading_row for block in batch.blocks] == [1, 15]
    assert read(batch) == (NAMES, MOTHERS)
    assert [one.line for one in queries.rows(batch)] == list(range(2, 26))


def test_a_hamlet_named_above_goes_on_in_the_rows_pasted_below():
    rows = [row(at, "unicode" if at < 14 else "tcvn3") for at in range(24)]
    batch = take([["Ấp Tân Bình"], *rows[:18], ["Êp T©n Phó"], *rows[18:]])
    hamlets = [queries.cells(batch, one)["hamlet"] for one in queries.rows(batch)]
    assert hamlets == ["Ấp Tân Bình"] * 18 + ["Ấp Tân Phú"] * 6


def test_a_hamlet_whose_letters_may_be_old_ones_too_is_not_read_twice():
    batch = take([["Khãm L©m 3"], *[row(at, "tcvn3") for at in range(4)]])
    assert {queries.cells(batch, one)["hamlet"] for one in queries.rows(batch)} == {"Khóm Lâm 3"}


TCVN3, VNI, UNICODE = "DANH S¸CH TRÎ EM KHU VùC 7", "DANH SAÙCH TREÛ EM KHU VÖÏC 7", "DANH SÁCH TRẺ EM KHU VỰC 7"


@pytest.mark.parametrize(
    ("title", "way"), [(TCVN3, "tcvn3"), (VNI, "vni"), (UNICODE, "tcvn3"), (UNICODE, "vni"), (TCVN3, "unicode"), (VNI, "unicode")]
)
def test_a_title_in_old_letters_names_the_hamlet(title, way):
    batch = take([row(at, way) for at in range(6)], over=[[title]])
    assert {queries.cells(batch, one).get("hamlet") for one in queries.rows(batch)} == {"Khu vực 7"}


def test_what_a_line_in_old_letters_says_is_asked_of_the_rows_under_it():
    batch = take([row(0, "tcvn3"), ["II. CHUYÓN §I"], row(1, "tcvn3"), row(2, "tcvn3")])
    assert [queries.cells(batch, one).get("over", "") for one in queries.rows(batch)] == ["", "II. CHUYỂN ĐI", "II. CHUYỂN ĐI"]


@pytest.mark.parametrize("ways", [("tcvn3", "vni"), ("unicode", "tcvn3")])
def test_rows_typed_turn_by_turn_are_asked_about_with_both_readings(ways):
    batch = take([row(at, ways[at % 2]) for at in range(24)])
    assert batch.state == BatchState.MAPPING
    doubts = {one["field"]: one for one in batch.asked["encodings"]}
    assert doubts["full_name"]["mixed"]
    assert {reading["encoding"] for reading in doubts["full_name"]["readings"]} >= set(ways)
    assert "nên tách thành hai trang theo bảng mã" in queries.questions(batch)

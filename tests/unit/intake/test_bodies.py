"""Rows that say little are children by what stands around them; lines nobody understands are told."""

import pytest

from mangnon.intake.records import Block
from mangnon.intake.rules import bodies, reading, unread_lines
from mangnon.intake.rules.bodies import Kind
from mangnon.lib.tables import Row

FIELDS = ("number", "full_name", "birth_date", "personal_number", "standing")
BLOCK = Block("Trẻ", 1, {field: place for place, field in enumerate(FIELDS)}, ("STT", "Họ và tên", "Ngày sinh", "Số định danh", "Diện hộ"))
CHILD, NEXT = ["1", "Lưu Gia Hân", "05/06/2022", "", "Hộ nghèo"], ["3", "Lưu Gia Bảo", "05/06/2022", "", "Hộ nghèo"]


def told(*rows, above=False, below=False, gap=0):
    """The rows under a heading in row 1: which are children, which are not understood, by place. `gap`: blank rows before the last."""
    lines = [Row(place + 2 + (gap if place == len(rows) - 1 else 0), [*row, *[""] * (5 - len(row))]) for place, row in enumerate(rows)]
    cells = [reading.cells_of(line.cells, BLOCK.places) for line in lines]
    return tuple(bodies.body(lines, cells, BLOCK, above=above, below=below))


@pytest.mark.parametrize(
    "row",
    [
        ["2", "Phạm Thị Mỹ Huyền"],
        ["", "Phạm Thị Mỹ Huyền"],
        ["", "Phạm Thị Mỹ Huyền", "", "", "Hộ nghèo"],
        ["Phạm Thị Mỹ Huyền"],
        ["2", "phạm thị huyền"],
        ["", "", "", "092225611463"],
        ["x", "", "16/11/2011"],
        ["2;Lê Hưng;16/11/2011;Hộ nghèo"],
        ["2. Võ Văn Quý sinh ngày 01/01/2018, số 092218070578, hộ nghèo"],
        ["7", "Lê Thảo Thúy Phương, 02/04/2023, 092323201244, Hộ nghèo"],
        ["2", "Cộng Văn Hòa", "01/03/2019", "", "Hộ nghèo"],
        ["2", "Cộng Văn Hòa", "01/03/2019"],
    ],
)
def test_a_row_between_children_is_a_child_however_little_it_says(row):
    assert told(CHILD, row, NEXT) == ([0, 1, 2], [])


@pytest.mark.parametrize(
    "row",
    [
        ["", "Bổ sung:"], ["", "TRƯỜNG MẦM NON HƯỚNG DƯƠNG"], ["Hộ ông Ba Tri"], ["HỘ CẬN NGHÈO"], ["II", "Hộ cận nghèo"],
        ["", "", "", "", "Hộ nghèo"], ["9", "Trẻ mồ côi"], ["", "Tăng mới"],
    ],
)  # fmt: skip
def test_a_line_nobody_understands_is_told(row):
    assert told(CHILD, row, NEXT) == ([0, 2], [1])


@pytest.mark.parametrize(
    "row",
    [
        [], ["2"], ["2", "", "-"], ["Ấp Tân Bình"], ["", "Khu vực 5"], ["Tổng cộng: 3 trẻ"], ["", "Tổng số", "", "", "3"],
        ["STT", "Họ và tên", "Ngày sinh", "Số định danh", "Diện hộ"], ["(1)", "(2)", "(3)", "(4)", "(5)"], ["Trang 2"],
        ["DANH SÁCH HỘ NGHÈO"], ["VD", "Nguyễn Văn Mẫu", "01/01/2020"], ["", "Người nhận: Võ Thị Sen", "15/11/2026"],
    ],
)  # fmt: skip
def test_captions_totals_and_headings_are_left_out_as_ever(row):
    assert told(CHILD, row, NEXT) == ([0, 2], [])


def test_below_the_last_child_a_name_is_one_when_it_goes_on():
    assert told(CHILD, ["2", "Phạm Thị Mỹ Huyền"], gap=2) == ([0, 1], [])
    assert told(CHILD, ["", "Phạm Thị Mỹ Huyền"]) == ([0, 1], [])
    assert told(CHILD, ["", "Phạm Thị Mỹ Huyền"], gap=2) == ([0], [])
    assert told(CHILD, ["2", "phạm thị huyền"]) == ([0, 1], [])
    assert told(CHILD, ["2", "phạm thị huyền"], gap=2) == ([0], [])
    assert told(CHILD, ["", "Ghi chú: trẻ mất ngày 05/01/2020"]) == ([0], [])
    assert told(CHILD, ["", "", "", "", "Cái Khế, ngày 05/11/2026"]) == ([0], [])


def test_a_stretch_of_a_longer_table_knows_that_children_stand_around_it():
    assert told(CHILD, ["", "Bổ sung:"], below=True) == ([0], [1])
    assert told(["", "Bổ sung:"], CHILD, above=True) == ([1], [0])
    assert told(["", "Bổ sung:"], CHILD) == ([1], [])


def test_the_first_child_may_say_little_too():
    assert told(["1", "Phạm Thị Mỹ Huyền"], NEXT) == ([0, 1], [])


def test_children_without_a_birth_say_nothing_of_the_day_of_the_list():
    born = dict(zip(FIELDS, ["x", "", "16/11/2011", "", ""], strict=True))
    assert bodies.may_be_child(born, list(born.values()), BLOCK)
    signed = dict(zip(FIELDS, ["", "", "", "", "Cái Khế, ngày 05/11/2026"], strict=True))
    assert not bodies.may_be_child(signed, list(signed.values()), BLOCK)
    assert bodies.kind_of(signed, list(signed.values()), BLOCK) is Kind.OTHER


@pytest.mark.parametrize(
    "text", ["Danh sách trẻ", "DANH SÁCH TRẺ", "Trường Mầm non Hoa Sen", "Hộ Nghèo", "TỔ TRƯỞNG", "Lưu", "lưu gia hân"]
)
def test_captions_that_begin_like_a_surname(text):
    assert not bodies.is_person(text)


def test_lines_are_told_beside_the_sheets_left_out():
    assert unread_lines.told([["Cũ", "trang ẩn"]], "Trẻ", [4, 5, 6, 9, (1 << 20) + 12]) == [
        ["Cũ", "trang ẩn"], ["Trẻ, dòng 4–6", unread_lines.WHY], ["Trẻ, dòng 9", unread_lines.WHY], ["Trẻ, dòng 12", unread_lines.WHY],
    ]  # fmt: skip


def test_of_very_many_lines_the_rest_is_only_said_to_be():
    many = unread_lines.told([], "Trẻ", range(2, 200, 2))
    assert (len(many), many[-1]) == (unread_lines.MOST + 1, ["Trẻ", unread_lines.MANY])
    assert unread_lines.told(many, "Trẻ", [500]) == many

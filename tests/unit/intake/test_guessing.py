"""Columns by their values: guessed where they are plain, not where they are anything."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import guessing

CHILDREN = [
    ["1", "Lưu Gia Hân", "05/06/2022", "Nữ", "092322007731", "Trần Thị Ngân", "0901234567", "Kinh", "Khu vực 5"],
    ["2", "Thạch Sa Rây", "17/11/2018", "Nam", "094218001122", "Kim Thị Đa", "0907654321", "Khơ-me", "Ấp Tân Bình"],
    ["3", "Nguyễn Hoàng Ánh", "2020", "Nữ", "", "Đặng Thị Bưởi", "", "Hoa", "Ấp 2"],
]


def guess(rows, **more):
    found = guessing.of_columns(rows, child_list.COLUMNS, **{"taken": (), "places": ()} | more)
    return [found[place].field if place in found else "" for place in range(len(rows[0]))]


def test_every_kind_of_value():
    assert guess(CHILDREN) == [
        "number", "full_name", "birth_date", "sex", "personal_number", "mother_name", "phone", "ethnicity", "hamlet",
    ]  # fmt: skip


def test_columns_known_already_are_left():
    assert guess(CHILDREN, taken={"full_name"}, places={1}) == [
        "number", "", "birth_date", "sex", "personal_number", "mother_name", "phone", "ethnicity", "hamlet",
    ]  # fmt: skip


def test_fathers_carry_few_middle_names_of_women():
    assert guess([["Lưu Gia Hân", "Lưu Văn Tài"], ["Võ Thành Đạt", "Võ Văn Sáu"]]) == ["full_name", "father_name"]


@pytest.mark.parametrize(
    "values",
    [["Kho 1", "Kho 2"], ["18.000", "25.000"], ["05/06/1975", "01/02/1980"], ["092075001234", "092180004321"], ["Gạo", "Muối"], ["7", "3"]],
)
def test_what_is_nothing_of_a_child_is_no_guess(values):
    assert guess([[value] for value in values]) == [""]


def test_the_ground_counts_the_cells():
    rows = [["05/06/2022"], ["17/11/2018"], ["chưa rõ"], ["2020"]]
    assert guessing.of_columns(rows, child_list.COLUMNS, taken=(), places=())[0].why == "75% ô là ngày, tháng, năm sinh của trẻ"


def test_rows_of_children_are_told_from_a_summary():
    assert guessing.first_child([["DANH SÁCH"], [], *CHILDREN]) == 2
    assert guessing.first_child([["Ấp 1", "12", "5", "7"], ["Ấp 2", "9", "4", "5"]]) is None

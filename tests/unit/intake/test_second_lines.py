"""A second line under a child adds the other parent; every other line stays as it is."""

import pytest

from mangnon.intake.rules import second_lines
from mangnon.lib.tables import Row

PLACES = {"number": 0, "full_name": 1, "birth_date": 2, "parents": 3, "address": 4}
CHILD = ["1", "Trần Văn Ngọt", "05/06/2018", "Cha: Trần Văn Cam", "12 Trần Phú"]


def joined(*rows, places=PLACES, start=2):
    found = second_lines.joined([Row(number, list(cells)) for number, cells in enumerate(rows, start)], places, places["full_name"])
    return [row.cells for row in found]


def test_the_mother_below_the_father_is_the_same_childs():
    below = ["", "", "", "Mẹ: Lê Thị Mận", "Khu vực 3"]
    other = ["2", "Phan Bảo Ngọc", "05/06/2020", "Phan Văn Hai", ""]
    assert joined(CHILD, below, other, ["", "", "", "Lý Thị Ba"]) == [
        [*CHILD[:3], "Cha: Trần Văn Cam; Mẹ: Lê Thị Mận", "12 Trần Phú, Khu vực 3"],
        [*other[:3], "Phan Văn Hai; Lý Thị Ba", ""],
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["", "", "", "Cái Khế, ngày 12 tháng 11 năm 2026", ""],
        ["", "", "", "NGƯỜI LẬP BIỂU", ""],
        ["", "Lê Văn Tám", "", "Trần Thị Ba", ""],
        ["2", "", "", "Trần Thị Ba", ""],
        ["", "", "", "", "Khu vực 3"],
    ],
)
def test_other_lines_stay(below):
    assert joined(CHILD, below) == [CHILD, below]


def test_a_third_name_and_a_line_further_down_stay():
    both = [*CHILD[:3], "Trần Văn Cam, Lê Thị Mận", ""]
    below = ["", "", "", "Võ Thị Sen", ""]
    assert joined(both, below) == [both, below]
    rows = [Row(2, list(CHILD)), Row(4, below)]
    assert [row.cells for row in second_lines.joined(rows, PLACES, 1)] == [CHILD, below]


def test_a_list_without_a_column_for_both_parents_is_left_alone():
    below = ["", "", "", "Lê Thị Mận", ""]
    assert joined(CHILD, below, places={"full_name": 1, "father_name": 3}) == [CHILD, below]

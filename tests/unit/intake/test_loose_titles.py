"""What "Diện" and "Hoàn cảnh" are, the cells below them say."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules.heading import find_heading

HAN = ["Lưu Gia Hân", "05/06/2018"]


def places(titles, *rows, code="child-list"):
    found = find_heading([["Họ và tên", "Ngày sinh", *titles], *[[*HAN, *row] for row in rows]], formats.named(code).columns)
    return {field: place - 2 for field, place in found.places.items() if place > 1}


@pytest.mark.parametrize("title", ["Diện", "Thuộc diện", "Đối tượng", "Hoàn cảnh", "Diện chính sách"])
def test_a_standing_or_a_circumstance_by_most_cells(title):
    assert places([title], ["HN"], ["Cận nghèo"], ["không"], ["KT"]) == {"poverty": 0}
    assert places([title], ["Mồ côi cha"], ["khuyết tật nặng"], [""], ["ở với bà"]) == {"circumstances": 0}
    assert places([title], ["Con thương binh"], ["Công nhân"], ["Mồ côi cha"]) == {}
    assert places([title], [""], ["không"]) == {}


def test_the_two_beside_one_another():
    assert places(["Diện", "Hoàn cảnh"], ["HN", ""], ["CN", "Mồ côi mẹ"]) == {"poverty": 0, "circumstances": 1}


def test_a_list_without_such_columns_takes_none():
    assert places(["Họ tên mẹ", "Diện"], ["Trần Thị Ngân", "Mồ côi cha"], code="births") == {"mother_name": 0}

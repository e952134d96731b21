"""A form and a table on its side are known for what they are; lists, with a heading or without, are neither."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import asking, forms
from mangnon.intake.rules.forms import Shape

COLUMNS = formats.named("child-list").columns
FORM = [["PHIẾU THÔNG TIN TRẺ EM"], ["Họ và tên:", "Lưu Gia Hân", "Giới tính:", "Nữ"], ["Ngày sinh:", "05/06/2018"], ["Họ tên mẹ:", ""]]
ONE = [["Họ và tên", "", "Lưu Gia Hân"], ["Ngày sinh", "", "05/06/2018"], ["Giới tính", "", "Nữ"], ["Dân tộc", "", "Kinh"]]
IN_ONE_CELL = [["1. Họ và tên: Lưu Gia Hân"], ["Họ tên mẹ: Trần Thị Ngân"], ["Ngày sinh: 05/06/2018"], ["Địa chỉ: 12 Trần Phú"]]
SIDEWAYS = [
    ["STT", "1", "2"], ["Họ và tên", "Lưu Gia Hân", "Thạch Sa Rây"], ["Ngày sinh", "05/06/2018", "17/11/2018"], ["Giới tính", "Nữ", "Nam"],
]  # fmt: skip
LIST = [["STT", "Họ và tên", "Nơi học", "Giới tính"], ["1", "Lưu Gia Hân", "Lá 1", "Nữ"], ["2", "Thạch Sa Rây", "Lá 1", "Nam"]]
BARE = [["Lưu Gia Hân", "05/06/2018", "Nữ", "Kinh"], ["Thạch Sa Rây", "17/11/2018", "Nam", "Khơ-me"]]


@pytest.mark.parametrize(
    ("rows", "shape"),
    [
        (FORM, Shape.FORMS), ([*FORM, [], *FORM], Shape.FORMS), (ONE, Shape.FORMS), (IN_ONE_CELL, Shape.FORMS),
        (SIDEWAYS, Shape.SIDEWAYS), ([["DANH SÁCH TRẺ EM"], [], *SIDEWAYS], Shape.SIDEWAYS),
        (LIST, None), (BARE, None), ([], None), (FORM[:2], None),
    ],
)  # fmt: skip
def test_shape(rows, shape):
    assert forms.shape(rows, COLUMNS) is shape


def test_a_child_is_no_title():
    rows = [["Bé", "Lưu Gia Hân", "Giới tính", "Nữ"], ["Mẹ", "Trần Thị Ngân", "Dân tộc", "Kinh"], ["Cha", "Lưu Văn Tài", "", ""]]
    assert asking.likely_heading(rows, COLUMNS) is None

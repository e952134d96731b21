"""A list sent as the wrong kind is known by its titles; one that may be either is left alone."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import fitting

CHILD = ["1", "Lưu Gia Hân", "05/06/2018"]
BASE = ["STT", "Họ và tên", "Ngày sinh", "Giới tính"]


def likelier(titles, sent_as="child-list", above=()):
    rows = [[*CHILD, *["x"] * (len(titles) - 3)]]
    found = fitting.likelier(titles, rows, [[line] for line in above], formats.named(sent_as), formats.every().values())
    return found.code if found else ""


@pytest.mark.parametrize(
    ("titles", "above", "code"),
    [
        ([*BASE, "Trường", "Lớp"], (), "school-roll"),
        ([*BASE, "Lớp"], ("DANH SÁCH HỌC SINH LỚP 3A2",), "school-roll"),
        ([*BASE, "Lớp"], (), ""),
        ([*BASE, "Số thẻ BHYT", "Nơi đăng ký KCB ban đầu", "Giá trị từ"], ("DANH SÁCH THẺ BHYT",), "health-insurance"),
        ([*BASE, "Họ tên mẹ", "Cân nặng", "Nơi sinh"], (), "births"),
        ([*BASE, "Chủ hộ", "Quan hệ với chủ hộ", "Số quyết định"], ("DANH SÁCH HỘ NGHÈO",), "poor-households"),
        ([*BASE, "Họ tên cha", "Họ tên mẹ", "Dân tộc", "Hộ nghèo"], ("DANH SÁCH TRẺ EM",), ""),
        (BASE, ("DANH SÁCH HỌC SINH",), ""),
    ],
)  # fmt: skip
def test_a_child_list_that_is_none(titles, above, code):
    assert likelier(titles, above=above) == code


def test_a_child_list_sent_as_a_roll():
    titles = [*BASE, "Hoàn cảnh đặc biệt", "Nguy cơ", "Nơi thường trú", "Hộ nghèo"]
    assert likelier(titles, "school-roll") == "child-list"


@pytest.mark.parametrize("layout", formats.every().values(), ids=lambda layout: layout.code)
def test_every_template_is_its_own_kind(layout):
    titles = [column.title for column in layout.offered]
    assert fitting.likelier(titles, [], [[layout.title]], layout, formats.every().values()) is None


def test_every_kind_is_known_by_words_but_the_usual_one():
    assert set(formats.every()) - fitting.TITLED == {"child-list"}

"""Columns whose title names nobody, beside a parent's name: whose they are."""

import pytest

from mangnon.intake.formats import births, child_list, social_assistance
from mangnon.intake.rules import heading

HAN, BAO = ("Lưu Gia Hân", "05/06/2022", "092322007731"), ("Lưu Gia Bảo", "09/10/2020", "092220001234")
NGAN, TAI = ("Trần Thị Ngân", "1994", "092194003000"), ("Lưu Văn Tài", "1990", "092090003001")
MINE, DUNG = ("Võ Thị Mận", "1988", "361234567"), ("Võ Văn Dừa", "02/03/1985", "092085003002")


def places(columns, titles, *rows):
    found = heading.find_heading([titles, *rows], columns)
    return dict(found.places) if found else {}


def test_the_year_after_the_mother_is_hers_and_the_day_after_the_child_the_childs():
    titles = ["Họ tên mẹ", "Năm sinh", "Họ tên cha", "Năm sinh", "Họ tên con", "Ngày sinh"]
    found = places(child_list.COLUMNS, titles, [*NGAN[:2], *TAI[:2], *HAN[:2]], [*MINE[:2], *DUNG[:2], *BAO[:2]])
    assert found == {"mother_name": 0, "mother_birth": 1, "father_name": 2, "father_birth": 3, "full_name": 4, "birth_date": 5}


def test_the_childs_birth_may_be_a_year_too():
    found = places(child_list.COLUMNS, ["Họ tên mẹ", "Năm sinh", "Họ tên con", "Năm sinh"], [*NGAN[:2], HAN[0], "2022"])
    assert found == {"mother_name": 0, "mother_birth": 1, "full_name": 2, "birth_date": 3}


def test_a_list_that_does_not_ask_after_parents_births_has_them_nowhere():
    titles = ["Họ tên mẹ", "Ngày sinh", "Họ và tên", "Ngày sinh", "Mức trợ cấp"]
    found = places(social_assistance.COLUMNS, titles, [*NGAN[:2], *HAN[:2], "540000"])
    assert (found["birth_date"], "mother_birth" in found) == (3, False)


def test_births_of_children_after_the_parents_are_the_childrens():
    titles = ["Họ và tên", "Họ tên cha", "Họ tên mẹ", "Năm sinh"]
    assert places(child_list.COLUMNS, titles, [HAN[0], TAI[0], NGAN[0], "2022"], [BAO[0], DUNG[0], MINE[0], "2020"])["birth_date"] == 3


def test_without_the_childs_birth_the_column_is_asked_about():
    titles = ["Họ tên mẹ", "Năm sinh", "Họ tên con", "Giới tính"]
    assert places(child_list.COLUMNS, titles, [*NGAN[:2], HAN[0], "Nữ"]) == {}


def test_the_year_after_somebody_else_is_no_parents():
    found = places(child_list.COLUMNS, ["Họ và tên", "Ngày sinh", "Mẹ", "Chủ hộ", "Năm sinh"], [*HAN[:2], NGAN[0], "Lưu Văn Bưởi", "1940"])
    assert found == {"full_name": 0, "birth_date": 1, "mother_name": 2}
    found = places(child_list.COLUMNS, ["Chủ hộ", "Năm sinh", "Họ và tên", "Ngày sinh"], ["Lưu Văn Bưởi", "1940", *HAN[:2]])
    assert found == {"full_name": 2, "birth_date": 3}


@pytest.mark.parametrize(
    ("numbers", "read"),
    [
        ((NGAN[2], MINE[2]), False),
        ((NGAN[2], "chưa có"), False),
        ((HAN[2], BAO[2]), True),
        ((NGAN[2], BAO[2]), True),
        ((NGAN[2], MINE[2], TAI[2], DUNG[2], BAO[2]), True),  # a child's among them: the rows are asked about
        (("", ""), True),
    ],
)
def test_the_number_after_the_mother_is_hers_when_it_is_a_grown_persons(numbers, read):
    titles = ["Họ và tên", "Ngày sinh", "Họ tên mẹ", "Số CCCD"]
    found = places(child_list.COLUMNS, titles, *[[*HAN[:2], NGAN[0], number] for number in numbers])
    assert ("personal_number" in found) is read


def test_a_number_said_to_be_the_childs_stays_so():
    found = places(child_list.COLUMNS, ["Họ và tên", "Ngày sinh", "Họ tên mẹ", "CCCD của trẻ"], [*HAN[:2], *NGAN[::2]])
    assert found["personal_number"] == 3


def test_of_two_numbers_the_childs_is_read():
    titles = ["Họ tên mẹ", "Số CCCD", "Họ tên con", "Ngày sinh", "Số định danh"]
    assert places(child_list.COLUMNS, titles, [*NGAN[::2], *HAN])["personal_number"] == 4


def test_the_ethnic_group_before_the_childs_name_is_the_mothers():
    row = [NGAN[0], "Khơ-me", "Phường Cái Khế", "Lưu Gia Hân", "05/11/2026", "Kinh"]
    titles = ["Họ tên mẹ", "Dân tộc", "Nơi ở", "Tên con", "Ngày sinh"]
    assert "ethnicity" not in places(births.COLUMNS, titles, row[:5])
    assert places(births.COLUMNS, [*titles, "Dân tộc"], row)["ethnicity"] == 5
    after = places(births.COLUMNS, ["Họ tên mẹ", "Ngày sinh con", "Dân tộc", "Tên con"], [NGAN[0], "05/11/2026", "Kinh", "Lưu Gia Hân"])
    assert after["ethnicity"] == 2

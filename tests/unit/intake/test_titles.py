"""Which column a title names when it says of whom it speaks."""

import pytest

from mangnon.intake.formats import births, child_list, school_roll
from mangnon.intake.rules.titles import titles_of

TITLES = titles_of(child_list.COLUMNS)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Ngày sinh của bé", "birth_date"), ("Giới tính của bé", "sex"), ("Dân tộc của cháu", "ethnicity"), ("Giới tính trẻ", "sex"),
        ("Ngày tháng năm sinh của trẻ em", "birth_date"), ("Mã định danh cá nhân của bé", "personal_number"),
        ("Số định danh con", "personal_number"), ("Họ tên mẹ của bé", "mother_name"), ("Gioi tinh cua be", "sex"),
        ("Họ, chữ đệm, tên người được khai sinh", "full_name"), ("Họ và tên trẻ được đăng ký khai sinh", "full_name"),
        ("Giới tính của người được khai sinh", "sex"), ("Tên đệm của con", "middle_name"), ("Tên của bé", "given_name"),
        ("Họ, chữ đệm, tên mẹ", "mother_name"), ("Họ, chữ đệm, tên của người mẹ", "mother_name"), ("Họ, chữ đệm, tên cha", "father_name"),
        ("Họ và tên người cha", "father_name"),
    ],
)  # fmt: skip
def test_a_title_may_say_that_it_speaks_of_the_child(title, field):
    assert TITLES.field(title) == field


@pytest.mark.parametrize("title", ["Số con", "Nhà trẻ", "Nhóm trẻ", "Con", "Số tiền còn", "Nơi đăng ký khai sinh", "Giới tính bể"])
def test_other_words_at_the_end_stay_part_of_a_title(title):
    assert TITLES.field(title) == ""


def test_titles_of_other_lists_may_say_it_too():
    assert titles_of(births.COLUMNS).field("Cân nặng của bé") == "weight"
    assert titles_of(school_roll.COLUMNS).field("Lớp của học sinh") == "class_name"

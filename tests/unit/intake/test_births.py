"""Lists of newborns: the weight under the child's sex, titles that midwives and the civil register use."""

from datetime import date

import pytest

from mangnon.intake import formats
from mangnon.intake.formats import births, child_list
from mangnon.intake.records import Context
from mangnon.intake.rules import asking, heading, reading
from mangnon.register.vocabulary.people import Sex

LAYOUT = formats.named("births")
HEAD = ["Họ tên mẹ", "Họ tên trẻ", "Ngày sinh"]
CHILD = ["Trần Thị Ngân", "Lưu Gia Hân", "05/11/2026"]


def placed(titles, *rows, columns=births.COLUMNS):
    return heading.find_heading([[*HEAD, *titles], *[[*CHILD, *row] for row in rows]], columns).places


def weighed(boy, girl, titles=("Nam", "Nữ"), **corrections):
    row = [*CHILD, boy, girl]
    places = placed(titles, ["3000", ""], ["", "2900"], ["3,1", ""], ["2kg8", ""])
    read = reading.read(1, reading.cells_of(row, places, corrections), LAYOUT)
    return read.sex, read.value("weight")


@pytest.mark.parametrize("titles", [("Nam", "Nữ"), ("Trai", "Gái"), ("Trai (g)", "Gái (g)"), ("Cân nặng bé trai", "Cân nặng bé gái")])
def test_a_weight_under_the_sex_says_both(titles):
    assert weighed("3000", "", titles) == (Sex.MALE, 3000)
    assert weighed("-", "2,9", titles) == (Sex.FEMALE, 2900)


def test_a_tick_among_weights_is_a_child_that_was_not_weighed():
    assert weighed("", "x") == (Sex.FEMALE, None)
    assert weighed("", "không cân") == (Sex.FEMALE, None)


def test_both_or_none_is_asked_about():
    assert weighed("3000", "2900") == (None, None)
    assert weighed("", "") == (None, None)


def test_a_correction_of_the_weight_holds():
    assert weighed("30", "", weight="") == (Sex.MALE, None)
    assert weighed("30", "", weight="3000") == (Sex.MALE, 3000)


def test_ticks_years_and_lists_without_weights_stay_as_they_are():
    assert "male_mark" in placed(["Nam", "Nữ"], ["x", ""], ["", "x"])
    assert "male_mark" in placed(["Nam", "Nữ"], ["2026", ""], ["", "2025"])
    assert "male_mark" in placed(["Nam", "Nữ", "Cân nặng"], ["3000", "", "3000"])
    assert "male_mark" in placed(["Nam", "Nữ"], ["3000", ""], columns=child_list.COLUMNS)


def test_a_group_over_the_weights_under_the_sex():
    rows = [[*HEAD, "Giới tính, cân nặng (g)", ""], ["", "", "", "Trai", "Gái"], [*CHILD, "", "2700"]]
    found = heading.find_heading(rows, births.COLUMNS)
    assert (found.places["weighed_male"], found.places["weighed_female"], found.unknown) == (3, 4, ())


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Số KS", "certificate"), ("Ngày KS", "registered_on"), ("Số định danh con", "personal_number"), ("CCCD của bé", "personal_number"),
        ("Cân nặng sơ sinh", "weight"), ("CN (gr)", "weight"), ("Họ tên chồng", "father_name"), ("Năm sinh chồng", "father_birth"),
    ],
)  # fmt: skip
def test_what_a_title_names(title, field):
    assert placed([title], [""])[field] == 3


@pytest.mark.parametrize("title", ["Ngày giờ sinh", "Ngày, giờ đẻ", "Ngày sinh con", "Giờ, ngày sinh"])
def test_titles_of_the_birth(title):
    assert heading.find_heading([["Họ tên vợ", title, "Tên con"], CHILD], births.COLUMNS).places["birth_date"] == 1


def test_a_word_with_its_unit_under_a_group():
    rows = [
        ["Thông tin trẻ", "", "", "Mẹ"],
        ["Họ và tên", "Ngày sinh", "CN (gam)", ""],
        ["Lưu Gia Hân", "05/11/2026", "3200", "Trần Thị Ngân"],
    ]
    assert heading.find_heading(rows, births.COLUMNS).places == {"full_name": 0, "birth_date": 1, "weight": 2, "mother_name": 3}


def test_ticks_under_cn_are_of_households():
    assert "weight" not in placed(["CN"], ["x"], [""])


def test_a_paper_of_the_birth_is_no_entry_in_the_register():
    assert asking.guess("Số giấy chứng sinh", births.COLUMNS, set()) == ""
    assert asking.guess("Ngày giờ chào đời", births.COLUMNS, set()) != "registered_on"


def test_parents_in_one_column_name_the_mother():
    rows = [["Họ và tên", "Ngày sinh", "Cha/mẹ"], ["Lưu Gia Hân", "05/11/2026", "Lưu Văn Tài - Trần Thị Ngân"]]
    found = heading.find_heading(rows, births.COLUMNS)
    read = reading.read(1, reading.cells_of(rows[1], found.places), LAYOUT)
    assert [carer.full_name for carer in read.carers] == ["Lưu Văn Tài", "Trần Thị Ngân"]


def test_words_for_no_certificate_are_none():
    cells = {
        "full_name": "Lưu Gia Hân",
        "birth_date": "05/11/2026",
        "certificate": "chưa ĐK",
        "registered_on": "chưa ĐK",
        "weight": "không cân",
    }
    context = Context(on=date(2026, 11, 23), layout=LAYOUT)
    assert LAYOUT.facts(reading.read(1, cells, LAYOUT), context) == ()
    (notice,) = LAYOUT.facts(reading.read(1, {**cells, "certificate": "215/2026"}, LAYOUT), context)
    assert (notice.certificate, notice.weight, notice.registered_on) == ("215/2026", None, None)

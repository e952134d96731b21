"""Facts spread over several columns, or written in a manner of their own."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import columns, heading, reading
from mangnon.intake.rules.heading import find_heading
from mangnon.register.vocabulary.people import Sex, Standing


def read(**cells):
    return reading.read(1, cells)


@pytest.mark.parametrize(
    ("cells", "sex"),
    [
        ({"male_mark": "x", "female_mark": ""}, Sex.MALE),
        ({"male_mark": "", "female_mark": "X"}, Sex.FEMALE),
        ({"female_mark": "x"}, Sex.FEMALE),
        ({"female_mark": ""}, Sex.MALE),
        ({"male_mark": "1", "female_mark": "0"}, Sex.MALE),
        ({"sex_1_0": "0"}, Sex.FEMALE),
        ({"sex": "1"}, Sex.MALE),
        ({"sex": "2"}, Sex.FEMALE),
        ({"sex": "M"}, Sex.MALE),
        ({"sex": "gái"}, Sex.FEMALE),
        ({"sex": "T"}, Sex.MALE),
        ({"sex": "G"}, Sex.FEMALE),
        ({"sex": "giới nữ"}, Sex.FEMALE),
        ({"sex": "Nam?"}, None),
        ({"sex": "0"}, None),
        ({"male_mark": "x", "female_mark": "x"}, None),
        ({"male_mark": "Nam", "female_mark": ""}, Sex.MALE),
        ({"male_mark": "", "female_mark": "Nữ"}, Sex.FEMALE),
        ({"sex": "không cung cấp"}, Sex.UNKNOWN),
    ],
)
def test_sex(cells, sex):
    assert read(**cells).sex is sex


def test_birth_in_three_columns_or_under_the_sex():
    assert read(birth_day="5", birth_month="6", birth_year="2018").birth == read(birth_date="05/06/2018").birth
    assert read(birth_day="", birth_month="6", birth_year="2018").birth == read(birth_date="06/2018").birth
    assert read(birth_day="", birth_month="", birth_year="2018").birth == read(birth_date="2018").birth
    assert read(birth_day="05/06/2018", birth_month="", birth_year="").birth == read(birth_date="05/06/2018").birth
    row = read(born_male="", born_female="05/06/2018")
    assert (row.birth, row.sex) == (read(birth_date="05/06/2018").birth, Sex.FEMALE)


@pytest.mark.parametrize(
    ("day", "month", "year", "text"),
    [("5", "", "2018", "5/?/2018"), ("5", "6", "", "5/6/?"), ("", "6", "", "6/?"), ("5", "", "", "5/?/?"), ("", "", "", "")],
)
def test_a_gap_in_a_birth_is_no_other_birth(day, month, year, text):
    row = read(birth_day=day, birth_month=month, birth_year=year)
    assert (row.text("birth_date"), row.birth) == (text, None)


def test_birth_in_three_columns_for_each_sex():
    row = read(boy_day="", boy_month="", boy_year="", girl_day="5", girl_month="6", girl_year="2018")
    assert (row.birth, row.sex) == (read(birth_date="05/06/2018").birth, Sex.FEMALE)
    row = read(boy_day="", boy_month="6", boy_year="2018", girl_day="", girl_month="", girl_year="")
    assert (row.birth, row.sex) == (read(birth_date="06/2018").birth, Sex.MALE)
    assert read(boy_year="2018", girl_year="2019").sex is None


def test_a_correction_of_the_usual_column_wins():
    assert read(birth_day="5", birth_month="6", birth_year="2018", birth_date="06/06/2018").birth.text() == "06/06/2018"


def test_codes_of_a_declared_list():
    assert [read(ethnicity_2008=code).ethnicity for code in ("04", "4", "06", "01")] == ["muong", "muong", "hoa", "kinh"]
    assert [read(ethnicity_1979=code).ethnicity for code in ("04", "06", "05", "01")] == ["hoa", "muong", "kho-me", "kinh"]
    assert [read(ethnicity_2008=code).ethnicity for code in ("14", "21", "54")] == ["cham", "tho", "o-du"]
    assert [read(ethnicity_1979=code).ethnicity for code in ("10", "14", "54")] == ["gia-rai", "xo-dang", "ro-mam"]
    assert read(ethnicity_1979="55").ethnicity is None  # no group's code: asked
    assert read(ethnicity="04").ethnicity is None


@pytest.mark.parametrize(
    ("poor", "near", "standing", "text"),
    [
        ("x", "", Standing.POOR, "Hộ nghèo"),
        ("", "x", Standing.NEAR_POOR, "Hộ cận nghèo"),
        ("0", "1", Standing.NEAR_POOR, "Hộ cận nghèo"),
        ("HN", "", Standing.POOR, "Hộ nghèo"),
        ("", "", None, ""),
        ("x", "x", None, "Hộ nghèo và Hộ cận nghèo"),  # asked
        ("", "từ 2024", None, "từ 2024"),
    ],
)
def test_ticked_standing(poor, near, standing, text):
    row = read(ticked_poor=poor, ticked_near_poor=near)
    assert (row.standing, row.text("poverty")) == (standing, text)


BOTH_NAMED = {"father_name": "Lưu Văn Tài", "mother_name": "Trần Thị Ngân"}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (BOTH_NAMED | {"mother_phone": "0900000002"}, ["", "0900000002"]),
        (BOTH_NAMED | {"father_phone": "0900000001", "mother_phone": "0900000002"}, ["0900000001", "0900000002"]),
        (BOTH_NAMED | {"phone": "0900000003", "mother_phone": "0900000002"}, ["0900000003", "0900000002"]),
        (BOTH_NAMED | {"phone": "0900000003"}, ["0900000003", ""]),
        ({"father_name": "Lưu Văn Tài", "mother_name": "", "mother_phone": "0900000002"}, ["0900000002"]),
        ({"parents": "Lưu Văn Tài", "father_phone": "0900000001"}, ["0900000001"]),
    ],
)
def test_a_telephone_belongs_to_the_parent_whose_column_it_stands_in(cells, said):
    assert [carer.phone for carer in read(**cells).carers] == said


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([["", "2015"], ["2019", ""]], {"born_male": 1, "born_female": 2}),
        ([["03/10/2019", ""], ["", "17/05/2022"], ["", "26/2/2016"]], {"born_male": 1, "born_female": 2}),
        ([["x", ""], ["", "x"]], {"male_mark": 1, "female_mark": 2}),
        ([["3200", ""], ["", "2900"]], {"male_mark": 1, "female_mark": 2}),
    ],
)  # fmt: skip
def test_births_under_boys_and_girls(cells, found):
    places = {"full_name": 0, "male_mark": 1, "female_mark": 2}
    rows = [["Lưu Gia Hân", *row] for row in cells]
    assert columns.refined(places, ["Họ tên", "Nam", "Nữ"], rows) == {"full_name": 0, **found}
    known = {**places, "birth_date": 3}
    assert columns.refined(known, ["Họ tên", "Nam", "Nữ", "Ngày sinh"], [[*row, "05/06/2018"] for row in rows]) == known


def test_names_under_the_title_of_a_telephone_are_the_parents():
    places = {"full_name": 0, "father_phone": 1, "mother_phone": 2}
    rows = [["Đỗ Một", "Đỗ Cha 0911000999", "0911000888"], ["Đỗ Hai", "Đỗ Ba", "0911000888 (gọi tối)"]]
    assert columns.refined(places, ["Họ tên", "Cha (SĐT)", "SĐT mẹ"], rows) == {"full_name": 0, "father_name": 1, "mother_phone": 2}
    assert columns.refined({**places, "father_name": 3}, [], rows)["father_phone"] == 1


COLUMNS = formats.named("child-list").columns


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (
            [["STT", "Họ và tên", "Giới tính", "", "Ngày sinh"], ["", "", "Nam", "Nữ", ""], ["1", "Lưu Gia Hân", "", "x", "05/06/2018"]],
            {"number": 0, "full_name": 1, "male_mark": 2, "female_mark": 3, "birth_date": 4},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Mã dân tộc (QĐ 121-TCTK/PPCĐ)"], ["Lưu Gia Hân", "05/06/2018", "04"]],
            {"full_name": 0, "birth_date": 1, "ethnicity_1979": 2},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Mã dân tộc theo Quyết định 1019/QĐ-TCTK"], ["Lưu Gia Hân", "05/06/2018", "04"]],
            {"full_name": 0, "birth_date": 1, "ethnicity_2008": 2},
        ),
        (
            [["STT", "Họ và tên", "Năm sinh", ""], ["", "", "Nam", "Nữ"], ["1", "Lưu Gia Hân", "", "2018"]],
            {"number": 0, "full_name": 1, "born_male": 2, "born_female": 3},
        ),
        (
            [["STT", "Họ và tên", "Ngày sinh", "", ""], ["", "", "Ngày", "Tháng", "Năm"], ["1", "Lưu Gia Hân", "5", "6", "2018"]],
            {"number": 0, "full_name": 1, "birth_day": 2, "birth_month": 3, "birth_year": 4},
        ),
        (
            [["STT", "Họ và tên", "Sinh", "", ""], ["", "", "Ngày", "Tháng", "Năm"], ["1", "Lưu Gia Hân", "5", "6", "2018"]],
            {"number": 0, "full_name": 1, "birth_day": 2, "birth_month": 3, "birth_year": 4},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Tháng sinh", "Năm"], ["Lưu Gia Hân", "05/06/2018", "6", "2018"]],
            {"full_name": 0, "birth_date": 1, "birth_month": 2, "birth_year": 3},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Tháng sinh", "Năm sinh"], ["Lưu Gia Hân", "5", "6", "2018"], ["Lưu Gia Bảo", "", "", "2018"]],
            {"full_name": 0, "birth_day": 1, "birth_month": 2, "birth_year": 3},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Tháng sinh", "Năm sinh"], ["Lưu Gia Hân", "05/06/2018", "6", "2018"]],
            {"full_name": 0, "birth_date": 1, "birth_month": 2, "birth_year": 3},
        ),
        (
            [["Họ và tên", "Năm sinh", "Tháng sinh", "Ngày sinh"], ["Lưu Gia Hân", "2018", "6", "5"]],
            {"full_name": 0, "birth_year": 1, "birth_month": 2, "birth_day": 3},
        ),
        (
            [["Họ và tên", "Tháng sinh", "Năm sinh"], ["Lưu Gia Hân", "6", "2018"]],
            {"full_name": 0, "birth_month": 1, "birth_year": 2},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Họ tên mẹ", "Năm sinh"], ["Lưu Gia Hân", "05/06/2018", "Trần Thị Ngân", "1990"]],
            {"full_name": 0, "birth_date": 1, "mother_name": 2, "mother_birth": 3},
        ),
        (
            [["Họ và tên", "Ngày, tháng, năm sinh của trẻ", "", ""], ["", "Ngày", "Tháng", "Năm"], ["Lưu Gia Hân", "5", "6", "2018"]],
            {"full_name": 0, "birth_day": 1, "birth_month": 2, "birth_year": 3},
        ),
        (
            [
                ["Họ và tên", "Ngày sinh", "", "", "", "", ""],
                ["", "Nam", "", "", "Nữ", "", ""],
                ["", "Ngày", "Tháng", "Năm", "Ngày", "Tháng", "Năm"],
                ["Lưu Gia Hân", "", "", "", "5", "6", "2018"],
            ],
            {"full_name": 0, "boy_day": 1, "boy_month": 2, "boy_year": 3, "girl_day": 4, "girl_month": 5, "girl_year": 6},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Hộ nghèo", "Hộ cận nghèo"], ["Lưu Gia Hân", "05/06/2018", "", "x"]],
            {"full_name": 0, "birth_date": 1, "ticked_poor": 2, "ticked_near_poor": 3},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Diện hộ", ""], ["", "", "Nghèo", "Cận nghèo"], ["Lưu Gia Hân", "05/06/2018", "", "x"]],
            {"full_name": 0, "birth_date": 1, "ticked_poor": 2, "ticked_near_poor": 3},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Hộ nghèo"], ["Lưu Gia Hân", "05/06/2018", "Hộ cận nghèo"]],
            {"full_name": 0, "birth_date": 1, "poverty": 2},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Giới tính"], ["Lưu Gia Hân", "05/06/2018", "0"], ["Lưu Gia Bảo", "05/06/2018", "1"]],
            {"full_name": 0, "birth_date": 1, "sex_1_0": 2},
        ),
        (
            [["Họ và tên", "Ngày sinh", "Mã dân tộc (QĐ 1019)"], ["Lưu Gia Hân", "05/06/2018", "06"]],
            {"full_name": 0, "birth_date": 1, "ethnicity_2008": 2},
        ),
    ],
)
def test_headings_of_spread_columns(rows, places):
    assert find_heading(rows, COLUMNS).places == places


def test_what_a_bare_code_may_mean():
    assert columns.meaning_of_code("06") == ("Hoa", "Mường")
    assert columns.meaning_of_code("05") == ("Khơ-me",)
    assert columns.meaning_of_code("54") == ("Ơ-đu", "Rơ-măm")
    assert columns.meaning_of_code("Kinh") == ()


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"to_commune": "Tân An", "to_province": "Tây Ninh"}, ("", "Tân An, Tây Ninh")),
        ({"from_commune": "Long Tuyền", "from_district": "Bình Thủy", "from_province": ""}, ("Long Tuyền, Bình Thủy", "")),
        ({"to_place": "Phường Cái Khế", "to_commune": "Tân An", "to_province": ""}, ("", "Phường Cái Khế")),
        ({"direction": "Nhập khẩu", "other_place": "Phường An Bình"}, ("Phường An Bình", "")),
        ({"direction": "Chuyển đi", "other_place": "Phường An Bình"}, ("", "Phường An Bình")),
        ({"banner": "DANH SÁCH TRẺ EM CHUYỂN ĐẾN", "other_place": "Phường An Bình"}, ("Phường An Bình", "")),
    ],
)
def test_places_of_moves_in_parts_and_in_one_column_for_both_ways(cells, places):
    once = columns.composed(cells)
    assert (once.get("from_place", ""), once.get("to_place", "")) == places
    assert columns.composed(once) == once


@pytest.mark.parametrize(
    ("titles", "row", "found"),
    [
        (["Tên", "Ngày", "Tháng", "Năm"], ["Kiên", "5", "6", "2018"], {"birth_day": 1, "birth_month": 2, "birth_year": 3}),
        (["Tên", "Ng.", "Th.", "Năm sinh"], ["Kiên", "05", "06", "18"], {"birth_day": 1, "birth_month": 2, "birth_year": 3}),
        (["Tên", "Ngày", "Tháng", "Năm"], ["Kiên", "", "", "2018"], {"birth_day": 1, "birth_month": 2, "birth_year": 3}),
        (["Tên", "Ngày", "Tháng", "Năm"], ["Kiên", "nghỉ", "phép", "2018"], {"birth_year": 3}),
        (["Tên", "Ngày học", "Tháng học", "Năm"], ["Kiên", "5", "6", "2018"], {"birth_year": 3}),
        (["Ngày sinh", "Ngày", "Tháng", "Năm"], ["05/06/2018", "1", "9", "2024"], {"birth_date": 0, "birth_year": 3}),
    ],
)  # fmt: skip
def test_a_day_and_a_month_before_the_year_are_of_the_birth(titles, row, found):
    head = heading.read_titles([titles], 0, formats.named("child-list").columns, [row])
    assert {name: place for name, place in head.places.items() if name.startswith("birth")} == found

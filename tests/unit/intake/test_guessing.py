"""Columns by their values: guessed where they are plain, not where they are anything."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.records import Heading
from mangnon.intake.rules import asking, guessing, telling

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


BORN = ["birth_day", "birth_month", "birth_year"]
SPREAD = [["1", "Lưu Gia Hân", "5", "6", "2022", "Nữ"], ["2", "Thạch Sa Rây", "17", "11", "2018", "Nam"]]


def test_a_birth_over_three_columns():
    assert guess(SPREAD) == ["number", "full_name", *BORN, "sex"]
    short = [["Lưu Gia Hân", "05", "06", "22", "Trần Thị Ngân"], ["Thạch Sa Rây", "17", "11", "18", "Kim Thị Đa"]]
    assert guess(short) == ["full_name", *BORN, "mother_name"]
    assert guessing.first_child([["DANH SÁCH"], *short]) == 1
    found = guessing.of_columns(SPREAD, child_list.COLUMNS, taken=(), places=())
    ground = "mọi dòng có ngày, tháng, năm sinh ở ba cột liền nhau: cột này là"
    assert [found[place].why for place in (2, 3, 4)] == [f"{ground} ngày (1–31)", f"{ground} tháng (1–12)", f"{ground} năm"]


def test_a_birth_over_three_columns_known_only_in_part():
    rows = [*SPREAD, ["3", "Nguyễn Hoàng Ánh", "", "", "2020", "Nữ"], ["4", "Võ Thành Đạt", "", "9", "2021", "Nam"]]
    assert guess(rows) == ["number", "full_name", *BORN, "sex"]
    assert guess([[*row[:2], "", *row[3:]] for row in rows])[2:5] == ["", "", "birth_date"]


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ([["1", "5", "2022", "Lưu Gia Hân"], ["2", "11", "2018", "Võ Thành Đạt"]], ["number", "", "birth_date", "full_name"]),
        ([["05/06/2022", "5", "6", "2023"], ["17/11/2018", "17", "11", "2019"]], ["birth_date", "", "", ""]),
        ([["35", "6", "2022"], ["17", "11", "2018"]], ["", "", "birth_date"]),
        ([["5", "16", "22"], ["17", "11", "18"]], ["", "", ""]),
        ([["5", "6", "75"], ["17", "11", "80"]], ["", "", ""]),
    ],
)
def test_numbers_side_by_side_that_are_no_birth(rows, fields):
    assert guess(rows) == fields


def test_which_three_columns_are_the_birth():
    assert guess([["5", "6", "22", "05/06/2023"], ["17", "11", "18", "17/11/2019"]]) == [*BORN, ""]
    assert guess([["12", "5", "10", "6", "2019"], ["17", "11", "18", "12", "2020"]]) == ["", "", *BORN]  # years in four figures first


def test_three_columns_with_one_of_them_known_are_left():
    assert guess(SPREAD, taken={"birth_year"}, places={4})[2:5] == ["", "", ""]


def test_the_ground_counts_the_cells():
    rows = [["05/06/2022"], ["17/11/2018"], ["chưa rõ"], ["2020"]]
    assert guessing.of_columns(rows, child_list.COLUMNS, taken=(), places=())[0].why == "75% ô là ngày, tháng, năm sinh của trẻ"


def test_rows_of_children_are_told_from_a_summary():
    assert guessing.first_child([["DANH SÁCH"], [], *CHILDREN]) == 2
    assert guessing.first_child([["Ấp 1", "12", "5", "7"], ["Ấp 2", "9", "4", "5"]]) is None


def asked(titles, rows):
    heading = Heading(row=1, depth=1, places={"full_name": 0}, titles=tuple(titles), unknown=tuple(titles[1:]))
    return [one["guess"] for one in asking.columns(heading, rows, child_list.COLUMNS, {})]


def test_values_speak_against_a_title_that_is_nearly_known():
    rows = [["Lưu Gia Hân", "Trần Thị Ngân", "05/06/2022"], ["Thạch Sa Rây", "Kim Thị Đa", "17/11/2018"]]
    assert asked(["Họ và tên", "Bà sinh", "Khai hoa"], rows) == ["", "mother_name", "birth_date"]


@pytest.mark.parametrize("values", [["05/06/2022", "17/11/2018"], ["không rõ", "mùa nước nổi"], ["", ""]])
def test_values_that_are_right_or_nothing_known_leave_the_title_its_guess(values):
    assert asked(["Họ và tên", "Ngày sinhh"], [["Lưu Gia Hân", values[0]], ["Thạch Sa Rây", values[1]]]) == ["", "birth_date"]


def test_whether_a_child_is_still_there_is_no_state_of_school():
    assert asked(["Họ và tên", "Tình trạng"], [["Lưu Gia Hân", "Đang ở"], ["Thạch Sa Rây", "Chuyển đi"]])[1] == ""
    assert asked(["Họ và tên", "Tình trạng"], [["Lưu Gia Hân", "Đang học"], ["Thạch Sa Rây", "Bỏ học"]])[1] == "school_state"


def test_weights_under_boys_and_girls_are_no_sex():
    assert asked(["Họ và tên", "Trai gái kg"], [["Lưu Gia Hân", "3000"], ["Thạch Sa Rây", ""]])[1] == ""
    assert asked(["Họ và tên", "Trai gái ?"], [["Lưu Gia Hân", "gái"], ["Thạch Sa Rây", "trai"]])[1] == "sex"


def test_cells_that_say_nothing_keep_no_column_of_numbers_from_being_asked_about():
    places = {"full_name": 0, "birth_date": 1}
    heading = Heading(row=1, depth=1, places=places, titles=("Họ và tên", "Ngày sinh", "Giấy tờ"), unknown=("Giấy tờ",))
    rows = [["Lưu Gia Hân", "05/06/2022", "092322007731"], ["Thạch Sa Rây", "17/11/2018", "chưa có"], ["Lý Hồng", "01/02/2019", "-"]]
    shown = asking.columns(heading, rows, child_list.COLUMNS, {})
    assert [(one["guess"], one["why"]) for one in shown][2] == ("personal_number", "33% ô là số 12 chữ số")
    assert asking.columns(heading, [*rows, ["Lê Na", "01/02/2019", "đã nộp"]], child_list.COLUMNS, {}) == []


PARENTS = {"full_name": 0, "birth_date": 1, "father_name": 2, "mother_name": 3}


def asked_of_parents(*couples):
    heading = Heading(row=1, depth=1, places=PARENTS, titles=("Họ và tên", "Ngày sinh", "Cha", "Mẹ"))
    rows = [["Lưu Gia Hân", "05/06/2022", father, mother] for father, mother in couples]
    return [(one["field"], one["guess"]) for one in asking.columns(heading, rows, child_list.COLUMNS, {})][2:]


def test_fathers_and_mothers_in_one_anothers_column_are_asked_about_once():
    swapped = [("", "mother_name"), ("", "father_name")]
    assert asked_of_parents(("Lê Thị Phượng", "Bành Văn Lân"), ("LÊ THỊ PHƯỢNG", "BÀNH VĂN LÂN"), ("không", "Nguyễn Bảo Long")) == swapped
    assert asked_of_parents(("Bành Văn Lân", "Lê Thị Phượng"), ("Bành Văn Sơn", "Lê Thị Phượng")) == []
    assert asked_of_parents(("Lê Thị Phượng", "Bành Văn Lân"), ("", "Bành Văn Lân")) == []  # one name shows nothing
    assert asked_of_parents(("Lê Thị Phượng", "Bành Văn Lân"), ("Bành Văn Sơn", "Bành Văn Lân")) == []
    assert asked_of_parents(("Lê Thị Phượng", "Bành Văn Lân"), ("Lê Thị Phượng", "Lê Thị Ba")) == []
    assert asked_of_parents(("Lê Thị Phượng", "Bành Lan"), ("Lê Thị Ba", "Bành Mỹ"), ("Lê Thị Ba", "Bành Văn Mỹ")) == []


def test_numbers_of_the_senders_own_speak_against_codes_of_records():
    assert guessing.speak_against(["31", "32"], "child_code")
    assert not guessing.speak_against(["TE-000031", "32"], "child_code")


@pytest.mark.parametrize("value", ["Bỏ học", "Đồng ý", "từ đầu năm", "Không đủ điều kiện"])
def test_words_that_begin_like_surnames_are_no_carers(value):
    assert guess([["Lưu Gia Hân", value], ["Võ Thành Đạt", value]]) == ["full_name", ""]


@pytest.mark.parametrize(
    ("title", "value", "field"),
    [
        ("Ngày sinh nhật", "05/06/2022", "birth_date"), ("Tỉnh/Thành phố", "Cần Thơ", ""), ("Nghề", "làm ruộng", ""),
    ],
)  # fmt: skip
def test_a_title_that_is_near_means_neither_a_part_nor_something_else(title, value, field):
    heading = Heading(row=1, depth=1, places={"full_name": 0}, titles=("Họ và tên", title))
    (*_, last) = asking.columns(heading, [["Lưu Gia Hân", value]], child_list.COLUMNS, {})
    assert last["guess"] == field


def test_the_time_a_form_was_filled_in_is_no_birth():
    heading = Heading(row=1, depth=1, places={"full_name": 1}, titles=("Dấu thời gian", "Họ và tên", "Bé sinh ngày nào?"))
    shown = asking.columns(heading, [["05/11/2026", "Lưu Gia Hân", "05/06/2022"]], child_list.COLUMNS, {})
    assert [one["guess"] for one in shown] == ["", "", "birth_date"]


def test_a_head_of_household_is_never_the_child():
    heading = Heading(row=1, depth=1, places={"birth_date": 1}, titles=("Chủ hộ", "Ngày sinh", "Người con"))
    shown = asking.columns(heading, [["Lưu Văn Tài", "05/06/2022", "Lưu Gia Hân"]], child_list.COLUMNS, {})
    assert [one["guess"] for one in shown] == ["", "", "full_name"]


def test_titles_with_other_figures_are_never_near():
    assert telling.contradicts("Ngày tiêm mũi 2", "Ngày tiêm mũi 1")
    assert not telling.contradicts("Ngày tiêm mũi 2", "Ngày tiêm: mũi 2")


def test_the_parent_beside_a_parent():
    rows = [["Lưu Gia Hân", "Lưu Văn Tài", "Trần Ngân"], ["Võ Thành Đạt", "Võ Văn Sáu", "Cao Bảo Châu"]]
    assert guess(rows) == ["full_name", "father_name", "mother_name"]
    found = guessing.of_columns(rows, child_list.COLUMNS, taken=(), places=())
    assert found[2].why == "mọi ô là họ tên người, cạnh cột họ tên cha"
    assert guess([[*row[:2], "", row[2]] for row in rows]) == ["full_name", "father_name", "", "guardian_name"]
    assert guess([["Lưu Gia Hân", "Trần Thị Ngân", "Lý Thị Hai"], ["Võ Thành Đạt", "Kim Thị Đa", "Võ Văn Sáu"]]) == [
        "full_name", "mother_name", "father_name",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["62/22 Trần Phú", "209/36 Lê Lợi"], "address"), (["12 Trần Phú", "Số 7A đường 3/2"], "address"),
        (["12 QĐ-UBND", "13 QĐ-UBND"], ""), (["3 tháng tuổi", "12 tháng tuổi"], ""), (["05/06/2018 Cần Thơ", "1 Lớp"], ""),
    ],
)  # fmt: skip
def test_a_number_and_a_street(values, field):
    assert guess([[value] for value in values]) == [field]


@pytest.mark.parametrize("title", ["Con thứ 2", "Họ tên con", "Trẻ thứ hai", "Tên bé 2", "Em"])
def test_a_title_of_another_child_is_of_no_carer(title):
    assert telling.names_no_carer(title)
    assert not any(map(telling.names_no_carer, ("Con ông bà", "Người nuôi trẻ", "Cha của bé", "Phụ huynh của con", "Dì nuôi")))

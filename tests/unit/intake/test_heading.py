"""The heading is found wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.intake import formats
from mangnon.intake.formats import child_list, poor_households
from mangnon.intake.rules import heading, titles

FIELDS = ["full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name", "hamlet", "current", "poverty"]
ABOVE = ["", "ỦY BAN NHÂN DÂN", "DANH SÁCH TRẺ EM NĂM 2026", "Khu vực 5", "(Kèm theo công văn)", "Cha"]
TITLE_LINES = st.lists(st.lists(st.sampled_from(ABOVE), max_size=6), max_size=8)


def titles_for(field):
    column = next(column for column in child_list.COLUMNS if column.field == field)
    return [column.title, *column.also]


@given(TITLE_LINES, st.permutations(FIELDS), st.data())
def test_any_order_any_spelling_any_title_lines(above, fields, data):
    row = [data.draw(st.sampled_from(titles_for(field)), label=field) for field in fields]
    row = [title.upper() if data.draw(st.booleans()) else title for title in row]
    found = heading.find_heading([*above, row, ["chữ"] * len(row)], child_list.COLUMNS)
    assert found is not None
    assert (found.row, found.depth) == (len(above), 1)
    assert dict(found.places) == {field: place for place, field in enumerate(fields)}


def test_a_heading_of_two_rows():
    rows = [
        ["DANH SÁCH TRẺ EM"],
        ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ và tên cha mẹ", "", "Nơi ở"],
        ["", "", "", "", "Cha", "Mẹ", ""],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["1", "Lưu Gia Hân", "05/06/2022", "Nữ", "Lưu Văn Tài", "Trần Thị Ngân", "Khu vực 5"],
    ]
    found = heading.find_heading(rows, child_list.COLUMNS)
    assert (found.row, found.depth) == (1, 2)
    assert found.places["father_name"] == 4
    assert found.places["mother_name"] == 5
    assert found.places["full_name"] == 1
    assert heading.is_counting_row(rows[3])


def test_unknown_headings_are_named():
    found = heading.find_heading([["Họ và tên", "Ngày sinh", "Màu mắt"]], child_list.COLUMNS)
    assert found.unknown == ("Màu mắt",)


def test_no_heading_without_the_required_columns():
    rows = [["Họ và tên", "Giới tính"], ["Lưu Gia Hân", "Nữ"]]
    assert heading.find_heading(rows, child_list.COLUMNS) is None
    assert [column.title for column in heading.missing(rows, child_list.COLUMNS)] == ["Ngày sinh"]


def test_no_two_columns_share_a_heading():
    seen = {}
    for column in child_list.COLUMNS:
        for title in (column.title, *column.also):
            assert seen.setdefault(titles.spelt(title), column.field) == column.field, title


def places(*row):
    """Where the columns stand, name and birth date apart."""
    found = heading.find_heading([["Họ và tên", "Ngày sinh", *row], ["x"] * (len(row) + 2)], child_list.COLUMNS)
    return {field: place - 2 for field, place in found.places.items() if place > 1}


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("ĐT", "phone"), ("ÐT", "phone"), ("đt", "phone"), ("DT", "ethnicity"), ("dt", "ethnicity"), ("SDT", "phone"),
        ("Nam", "male_mark"), ("NAM", "male_mark"), ("Năm", "birth_year"), ("NĂM", "birth_year"),
        ("Dia chi", "address"), ("Điạ chỉ", "address"), ("Giơí tính", "sex"), ("Giới tinh", "sex"), ("DiaChi", "address"),
        ("Địa chí hiện tại", "address"), ("Đìa chi", "address"), ("ĐịaChỉ", "address"),
        ("Bộ", None), ("Nửa năm", None), ("Hộ tên cha", None),
    ],
)  # fmt: skip
def test_a_title_typed_with_vietnamese_letters_is_read_by_them(title, field):
    assert places(title) == ({field: 0} if field else {})


def test_what_is_no_sex_is_no_year_of_a_boy_either():
    rows = [["Họ và tên", "Năm", "Nữ"], ["Lưu Gia Hân", "2018", "x"]]
    assert heading.find_heading(rows, child_list.COLUMNS).places == {"full_name": 0, "birth_year": 1, "female_mark": 2}
    assert "nam" not in titles.needed_titles(child_list.COLUMNS)  # a cell of most rows


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["Địa chỉ thường trú"], {"address": 0}),
        (["Địa chỉ thường trú", "Địa chỉ hiện tại"], {"permanent": 0, "address": 1}),
        (["Địa chỉ hiện tại", "Địa chỉ thường trú"], {"permanent": 1, "address": 0}),
        (["Nơi thường trú", "Địa chỉ thường trú", "Địa chỉ hiện tại"], {"permanent": 0, "address": 2}),
        (["Địa chỉ thường trú", "Địa chỉ hiện tại", "Nơi thường trú"], {"permanent": 2, "address": 1}),
        (["Địa chỉ hiện tại", "Địa chỉ thường trú", "Nơi thường trú"], {"permanent": 2, "address": 0}),
        (["Tổ"], {"hamlet": 0}),
        (["Tổ", "Khu vực"], {"neighbourhood": 0, "hamlet": 1}),
        (["Ấp", "Tổ"], {"hamlet": 0, "neighbourhood": 1}),
        (["Chỗ ở hiện nay"], {"current": 0}),
        (["Chỗ ở hiện nay", "Xã/Phường"], {"address": 0, "current": 1}),
        (["Xã/Phường", "Nơi cư trú"], {"current": 0, "address": 1}),
        (["Khu vực", "Thôn"], {"hamlet": 0}),
    ],
)
def test_a_title_yields_to_one_that_says_it_better(row, found):
    assert places(*row) == found


def test_only_own_words_take_a_column_from_another_title():
    rows = [
        ["Họ và tên", "Ngày sinh", "Địa chỉ", ""],
        ["", "", "Thường trú", "Hiện tại"],
        ["Lưu Gia Hân", "05/06/2018", "Phường Cái Khế", "12 Trần Phú"],
    ]
    found = heading.find_heading(rows, child_list.COLUMNS)
    assert found.places == {"full_name": 0, "birth_date": 1, "permanent": 2, "address": 3}
    rows[1][3] = "Loại"
    assert heading.find_heading(rows, child_list.COLUMNS).places == {"full_name": 0, "birth_date": 1, "address": 2}


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Mã ĐDCN/CCCD (nếu có)", "personal_number"), ("Số CCCD hoặc mã định danh", "personal_number"), ("Cha/Bố", "father_name"),
        ("Số điện thoại của cha mẹ (ghi rõ)", "phone"), ("Di động", "phone"), ("Phone", "phone"), ("Father", "father_name"),
        ("Mother", "mother_name"), ("Tên ba", "father_name"), ("Tên má", "mother_name"), ("SĐT mẹ", "mother_phone"),
        ("Số điện thoại của cha", "father_phone"),
        ("Mã định danh cá nhân của bé (12 số, nếu có)", "personal_number"), ("Số định danh con", "personal_number"),
        ("Giới tính của các cháu", "sex"), ("Trai/gái", "sex"), ("Mẹ của bé:", "mother_name"), ("Ở khu vực", "hamlet"), ("Xóm", "hamlet"),
        ("Địa chỉ nơi ở hiện tại (số nhà, đường, khu vực)", "address"), ("Trẻ", None), ("Số con", None),
        ("Cha/Chủ hộ", None), ("CCCD cha/mẹ", None), ("Giới tính/Dân tộc", None),
    ],
)  # fmt: skip
def test_a_title_with_an_addition_names_its_column(title, field):
    assert places(title) == ({field: 0} if field else {})


def test_titles_of_a_form_on_the_web():
    titles = ["Dấu thời gian", "Họ và tên của bé (viết IN HOA CÓ DẤU)", "Ngày tháng năm sinh của bé", "Giới tính của bé"]
    found = heading.find_heading([titles, ["11/3/2026 19:20:05", "LƯU GIA HÂN", "05/06/2018", "Nữ"]], child_list.COLUMNS)
    assert found.places == {"full_name": 1, "birth_date": 2, "sex": 3}


def test_titles_of_name_and_birth_in_other_words():
    assert heading.find_heading([["Họ, chữ đệm, tên", "DOB"], ["x", "x"]], child_list.COLUMNS).places == {"full_name": 0, "birth_date": 1}


def test_tables_beside_one_another_under_titles_of_their_own():
    own = ["STT", "Họ và tên", "Ngày sinh"]
    rows = [["HỘ NGHÈO", "", "", "HỘ CẬN NGHÈO"], [*own, *own], ["1", "Lưu Gia Hân", "05/06/2022", "1", "Lưu Gia Bảo", "05/06/2022"]]
    found = heading.find_heading(rows, poor_households.COLUMNS)
    left, right = heading.beside(rows, found, poor_households.COLUMNS)
    assert (left[0].places["full_name"], right[0].places["full_name"]) == (1, 4)
    assert right[1] == [["", "", "", "1", "Lưu Gia Bảo", "05/06/2022"]]


def test_parents_under_the_same_titles_are_no_table_of_their_own():
    rows = [["STT", "Họ và tên", "Ngày sinh", "Cha", "", "Mẹ", ""], ["", "", "", "Họ tên", "Năm sinh", "Họ tên", "Năm sinh"]]
    rows.append(["1", "Lưu Gia Hân", "05/06/2022", "Lưu Văn Tài", "1990", "Trần Thị Ngân", "1994"])
    found = heading.find_heading(rows, child_list.COLUMNS)
    assert [one.places["mother_name"] for one, _ in heading.beside(rows, found, child_list.COLUMNS)] == [5]


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        ("social-assistance", {"Mức hỗ trợ": "amount", "Thời gian bắt đầu": "help_since", "Thời gian kết thúc": "help_until"}),
        ("social-assistance", {"Mức": "amount", "Từ": "help_since", "Đến": "help_until", "QĐ": "decision"}),
        ("social-assistance", {"CCCD/Định danh": "personal_number", "Mức/tháng": "amount_a_month", "Thời điểm thôi hưởng": "help_stopped"}),
        ("health-insurance", {"Hạn từ": "card_since", "Hạn đến": "card_until", "Nơi KCB BĐ": "clinic"}),
        ("health-insurance", {"Hạn sử dụng từ": "card_since", "Hạn sử dụng đến": "card_until"}),
        ("health-insurance", {"Mã số BHXH": "", "Mã thẻ": "card"}),
        ("health-insurance", {"Mã thẻ": "card", "Mã số BHXH": ""}),
        ("health-insurance", {"Mã số BHXH": "card"}),
        ("immunisation", {"Vắc xin": "vaccine", "Mũi tiêm": "dose", "Ngày tiêm": "given_on"}),
        ("immunisation", {"Mũi tiêm": "vaccine", "Ngày tiêm": "given_on"}),
        ("poor-households", {"Số, ngày quyết định": "decision", "Diện hộ": "standing"}),
        ("moves", {"Ngày chuyển": "moved_on", "Từ nơi": "from_place", "Chuyển đến": "to_place"}),
    ],
)  # fmt: skip
def test_titles_of_lists_that_enrich(code, titles):
    columns = formats.named(code).columns
    card = [] if code != "health-insurance" or "card" in titles.values() else ["Số thẻ"]
    row = ["Họ và tên", *card, *titles]
    found = heading.read_titles([row], 0, columns, [["Lưu Gia Hân"]])
    told = {place: field for field, place in found.places.items()}
    assert {title: told.get(place, "") for place, title in enumerate(row) if title in titles} == titles


def test_a_place_that_is_only_ticked_is_no_place():
    rows = [["Họ và tên", "Ngày chuyển", "Chuyển đi", "Chuyển đến"], ["Lưu Gia Hân", "05/11/2026", "", "x"]]
    assert heading.find_heading(rows, formats.named("moves").columns).places == {"full_name": 0, "moved_on": 1}
    rows[1][3] = "Phường Cái Khế"
    assert heading.find_heading(rows, formats.named("moves").columns).places == {"full_name": 0, "moved_on": 1, "to_place": 3}

"""Columns nobody named that may hold something are asked about once; what plainly holds nothing of ours is not."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import asking, heading

OF_CHILD = (["STT", "Họ và tên", "Ngày sinh", "Số định danh"], ["1", "Lưu Gia Hân", "05/06/2022", "092322007731"])
NEEDED = {
    "school-roll": ("Trường", "TH Cái Khế 1"), "health-insurance": ("Số thẻ BHYT", "TE1922212345678"),
    "moves": ("Ngày chuyển", "03/11/2026"),
}  # fmt: skip


def asked(code, *columns, near=True):
    """What is asked of further columns (title, value): title → guess, {} when nothing is."""
    columns = [*([NEEDED[code]] if code in NEEDED else []), *columns]
    rows = [[*OF_CHILD[0], *(title for title, _ in columns)], [*OF_CHILD[1], *(value for _, value in columns)]]
    known = formats.named(code).columns
    found = heading.find_heading(rows, known)
    return {one["title"]: one["guess"] for one in asking.columns(found, rows[1:], known, {}, near=near) if not one["field"]}


@pytest.mark.parametrize(
    ("code", "columns", "guesses"),
    [
        ("social-assistance", [("Trợ cấp", "750000"), ("Hỗ trợ NCS", "500000")], {"Trợ cấp": "", "Hỗ trợ NCS": ""}),
        ("social-assistance", [("Thời gian hưởng", "từ đầu năm")], {"Thời gian hưởng": ""}),
        ("social-assistance", [("Tình trạng cấp phát", "Chưa nhận")], {"Tình trạng cấp phát": ""}),
        ("immunisation", [("VGB1", "06/06/2024"), ("BCG", "05/06/2022")], {"VGB1": ""}),
        ("immunisation", [("2 tháng", "08/08/2024"), ("9 tháng", "10/03/2025")], {"2 tháng": "", "9 tháng": ""}),
        ("immunisation", [("Vắc xin", "Sởi"), ("Ngày", "10/03/2025")], {"Ngày": "given_on"}),
        ("immunisation", [("", "10/03/2025")], {"": ""}),
        ("school-roll", [("Lên lớp", "x"), ("Tốt nghiệp", "x")], {"Lên lớp": "", "Tốt nghiệp": ""}),
        ("school-roll", [("Tốt nghiệp", "x"), ("Khuyết tật", "")], {"Tốt nghiệp": "", "Khuyết tật": ""}),
    ],
)  # fmt: skip
def test_what_comes_near_something_is_asked(code, columns, guesses):
    assert asked(code, *columns) == guesses
    assert asked(code, *columns, near=False) == {}


@pytest.mark.parametrize(
    ("code", "columns"),
    [
        ("social-assistance", [("Mức trợ cấp", "750000"), ("Số tháng", "3"), ("Tổng số tiền", "2250000"), ("Hệ số", "1,5")]),
        ("immunisation", [("Ngày hẹn tiêm tiếp", "15/12/2026"), ("Số lô", "L2405"), ("Phản ứng sau tiêm", "Không")]),
        ("health-insurance", [("Ngày cấp", "15/06/2024"), ("Mã KCB", "92010"), ("Mã thẻ cũ", "TE1929212340000")]),
        ("school-roll", [("Toán", "9"), ("Tiếng Việt", "8.5"), ("Lớp", "4A"), ("Lớp mới", "5A"), ("Hạnh kiểm", "Tốt")]),
        ("moves", [("Năm sinh cha", "1988"), ("Lý do", "theo mẹ")]),
        ("poor-households", [("Diện hộ", "Hộ nghèo"), ("Ngày hẹn", "01/01/2026")]),
    ],
)
def test_what_is_plainly_nothing_of_ours_is_not(code, columns):
    assert asked(code, *columns) == {}


@pytest.mark.parametrize(
    ("code", "title", "value"),
    [
        ("health-insurance", "Hạn sử dụng khi đổi thẻ từ", "01/01/2026"), ("immunisation", "Sởi mũi nhắc 2", "10/12/2025"),
        ("social-assistance", "Thời gian hưởng", "01/2026"), ("health-insurance", "Số tiền đóng", "105300"),
        ("moves", "Nơi chuyển", "Phường Bình Thủy"), ("moves", "Chuyển đi", "x"), ("poor-households", "Thoát nghèo", "x"),
    ],
)  # fmt: skip
def test_a_title_is_never_guessed_against_its_own_words_or_values(code, title, value):
    assert not asked(code, (title, value)).get(title)


@pytest.mark.parametrize("title", ["Người đi khai", "Người nhận tiền", "Kết quả xét duyệt"])
def test_names_under_a_title_that_speaks_of_others_are_no_parents(title):
    assert not asked("social-assistance", (title, "Huỳnh Thị Châu")).get(title)


def test_a_bare_name_and_year_beside_the_childs_are_somebody_elses():
    rows = [
        ["TT", "Họ tên", "Năm sinh", "CCCD", "Họ tên trẻ em trong hộ", "Ngày sinh", "Số định danh", "Phân loại hộ"],
        ["1", "Lê Quốc Hà", "1988", "092088004444", "Lê Gia Hân", "02/04/2023", "092323201244", "Hộ nghèo"],
    ]
    known = formats.named("poor-households").columns
    found = heading.find_heading(rows, known)
    assert found.places == {"number": 0, "full_name": 4, "birth_date": 5, "personal_number": 6, "standing": 7}
    assert asking.columns(found, rows[1:], known, {}, near=True) == []


def test_a_second_sum_beside_that_of_one_month_is_never_taken_for_it():
    sums = [("Trợ cấp hằng tháng", "750000"), ("Học phí", "150000")]
    assert asked("social-assistance", *sums) == {"Trợ cấp hằng tháng": "amount_a_month", "Học phí": ""}

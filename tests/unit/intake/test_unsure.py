"""A table under another whose titles nobody knows is told from everything else that stands between children."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import surveys
from mangnon.lib.tables import Row

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ"]
THIA = ["1", "Thạch Sô Thia", "14/08/2020", "Nam", "Kim Thị Sua"]
HONG = ["2", "Lý Thị Hồng", "03/02/2019", "Nữ", "Trần Thị Lệ"]
ODD = ["#", "Người nhà", "Bé nào", "Trai gái", "Chào đời"]
DAT = ["1", "Lê Thị Mai", "Võ Thành Đạt", "Nam", "09/09/2021"]
NA = ["2", "Lê Thị Mai", "Võ Thị Na", "Nữ", "01/02/2019"]


def parts(cells):
    """The headings of a sheet: first row, rows, whether nothing is asked."""
    rows = [Row(number, row) for number, row in enumerate(cells, start=1) if any(row)]
    return [(part.heading.row + 1, part.heading.depth, part.sure) for part in surveys.survey(rows, child_list.COLUMNS).parts]


@pytest.mark.parametrize(
    ("between", "depth"),
    [
        ([], 1),
        ([[], ["Danh sách mới"]], 1),
        ([["", "", "Cộng: 2 trẻ"], [], ["Khu vực 6"]], 1),
        ([["", "Nhà", "Em bé", "", "Thêm"]], 2),
    ],
)
def test_titles_nobody_knows_below_a_table_begin_another(between, depth):
    assert parts([HEAD, THIA, HONG, *between, ODD, DAT, NA]) == [(1, 1, True), (4 + len(between) - depth + 1, depth, False)]


@pytest.mark.parametrize(
    "titles",
    [
        ["STT", "Họ và tên", "Chào đời", "Giới tính", "Họ tên mẹ"],  # one needed title is lacking
        ["Số", "Họ tên bé", "Hôm sinh", "Trai gái", "Chủ hộ"],  # "Họ", "Chủ" are surnames too
        ["#", "Bé", "Chào đời", "", "Bà nào"],
    ],
)
def test_columns_in_the_order_of_the_table_above_are_asked_too(titles):
    assert parts([HEAD, THIA, HONG, titles, THIA, HONG]) == [(1, 1, True), (4, 1, False)]


def test_the_row_that_counts_columns_is_no_sample_of_them():
    rows = [Row(number, row) for number, row in enumerate([HEAD, THIA, ODD, ["(1)", "(2)", "(3)", "(4)", "(5)"], DAT], start=1)]
    assert [row for row in surveys.survey(rows, child_list.COLUMNS).parts[1].samples if any(row)] == [DAT]


def test_tables_follow_one_another_whatever_their_titles():
    other = [["Con", "Hôm sinh", "Của ai"], ["Võ Thị Bé", "01/02/2019", "Lê Thị Mai"]]
    assert parts([ODD, DAT, NA, [], *other]) == [(1, 1, False), (5, 1, False)]
    assert parts([THIA, HONG, [], ODD, DAT]) == [(1, 0, False), (4, 1, False)]
    assert parts([HEAD, THIA, ODD, DAT, ["Trang 2"], ODD, NA, HEAD, HONG]) == [(1, 1, True), (3, 1, False), (8, 1, True)]


def test_one_title_over_a_day_a_month_a_year():
    spread = ["1", "Võ Thị Na", "5", "6", "18", "Lê Thị Mai"]
    assert parts([HEAD, THIA, ["#", "Bé nào", "Chào đời", "", "", "Nhà"], spread, spread]) == [(1, 1, True), (3, 1, False)]


@pytest.mark.parametrize(
    "line",
    [
        ["Khu vực 5"],
        ["II", "Khu vực 6", "", "", ""],
        ["", "UBND phường Cái Khế", "", "", "Trang 3"],
        ["", "UBND phường", "Danh sách trẻ", "", ""],
        ["Khu vực 5", "Trưởng khu vực", "Nam", "", "Ông Lê Văn Sáu"],
        ["", "Cộng ấp Tân Bình", "hai trẻ", "một nữ", ""],
        ["", "Lưu Gia Hân", "", "Nữ", "Lê Thị Mai"],
        ["", "Chưa đặt tên", "chưa rõ", "Nữ", "Lê Thị Mai"],
        ["", "Chưa đặt tên", "chưa có giấy khai sinh", "Nữ", "Lê Thị Mai"],
        ["VD", "Nguyễn Văn Mẫu", "ngày/tháng/năm", "Nam/Nữ", "Trần Thị Mẫu"],
        ["(số)", "(chữ)", "(ngày)", "(Nam/Nữ)", "(nếu có)"],
        HEAD,
    ],
)
def test_what_stands_between_children_leaves_the_table_as_it_is(line):
    assert parts([HEAD, THIA, HONG, line, THIA, HONG]) == [(1, 1, True)]


@pytest.mark.parametrize(
    "line",
    [
        ["Ấp Tân Bình", "Trưởng ấp", "bà Sáu"],
        ["Cộng", "hai trẻ", "một nữ"],
        ["Trang thứ hai", "Danh sách trẻ em", ""],
        ["Phường Cái Khế", "Danh sách trẻ em", "quý bốn"],
        ["Chưa đặt tên", "chưa rõ", "bà Sáu"],
        ["Chưa đặt tên", "chờ khai sinh", "Lê Thị Mai"],
    ],
)
def test_so_it_does_in_a_table_of_few_columns(line):
    few = [[row[1], row[2], row[4]] for row in (HEAD, THIA, HONG)]
    assert parts([*few, line, *few[1:]]) == [(1, 1, True)]


def test_a_child_without_name_and_date_is_known_by_its_sex_or_what_it_shares():
    boys = [HEAD, THIA, ["", "Chưa đặt tên", "chờ khai sinh", "Nữ", "bà Sáu"], THIA, THIA]
    assert parts(boys) == [(1, 1, True)]
    place = [[*row[:3], "Ấp 2", row[4]] for row in (THIA, HONG)]
    assert parts([[*HEAD[:3], "Ấp", "Mẹ"], *place, ["", "Chưa đặt tên", "chờ khai sinh", "Ấp 2", "bà Sáu"], *place]) == [(1, 1, True)]
    poor = [[*row[:3], "Hộ nghèo", row[4]] for row in (THIA, HONG)]
    assert len(parts([[*HEAD[:3], "Diện hộ", "Mẹ"], *poor, ["#", "Bé nào", "Chào đời", "Hộ nghèo", "Nhà"], *poor])) == 2


def test_what_stands_right_under_the_heading_belongs_to_it():
    assert parts([HEAD, ["Số", "Viết hoa", "dd/mm/yyyy", "Nam/Nữ", "Nếu có"], THIA, HONG]) == [(1, 1, True)]


def test_a_table_of_something_else_begins_none():
    assert parts([HEAD, THIA, HONG, ["Ấp", "Số trẻ", "Nam", "Nữ", "Thêm"], ["Ấp 1", "12", "5", "7", ""]]) == [(1, 1, True)]

"""Words below a title over several columns: what they say with it, what they do not say alone."""

import pytest

from mangnon.intake.formats import health_insurance, immunisation, moves, poor_households
from mangnon.intake.rules import heading


def places(columns, *rows):
    return heading.find_heading([list(row) for row in rows], columns).places


def test_a_name_below_the_clinic_is_no_given_name():
    rows = [
        ["Họ và tên", "Số thẻ BHYT", "Nơi đăng ký KCB ban đầu", "", "Từ ngày", "Đến ngày"],
        ["", "", "Tên", "Mã", "", ""],
        ["Lưu Gia Hân", "TE1922212345678", "TYT P. Cái Khế", "92-010", "01/01/2026", "31/12/2026"],
    ]
    assert places(health_insurance.COLUMNS, *rows) == {"full_name": 0, "card": 1, "clinic": 2, "card_since": 4, "card_until": 5}


def test_a_name_below_a_name_is_a_given_name():
    rows = [["STT", "Họ và tên", "", "Số thẻ BHYT"], ["", "Họ đệm", "Tên", ""], ["1", "Lưu Gia", "Hân", "TE1922212345678"]]
    assert places(health_insurance.COLUMNS, *rows) == {"number": 0, "family_name": 1, "given_name": 2, "card": 3}


def test_numbers_of_doses_below_their_vaccines():
    rows = [
        ["Họ và tên", "Ngày sinh", "BCG", "VGB <24h", "5 trong 1", "", "", "OPV", "", "Sởi", "MR"],
        ["", "", "", "", "Mũi 1", "Mũi 2", "Mũi 3", "L1", "L2", "mũi 1", "18 tháng"],
        ["Lưu Gia Hân", "05/06/2024", "10/06/2024", "06/06/2024", "08/08/2024", "", "", "", "", "", ""],
    ]
    assert list(places(immunisation.COLUMNS, *rows))[2:] == [
        "dose_bcg_1", "dose_hepb_1", "dose_dtp-hib-hepb_1", "dose_dtp-hib-hepb_2", "dose_dtp-hib-hepb_3", "dose_opv_1", "dose_opv_2",
        "dose_measles_1", "dose_mr_1",
    ]  # fmt: skip


def test_the_day_below_a_vaccine_is_its_own_and_its_place_nobodys():
    rows = [
        ["Họ và tên", "BCG", "", "Sởi", ""],
        ["", "Ngày tiêm", "Nơi tiêm", "Ngày tiêm", "Nơi tiêm"],
        ["Lưu Gia Hân", "10/06/2024", "BV Phụ sản", "10/03/2025", "TYT"],
    ]
    assert places(immunisation.COLUMNS, *rows) == {"full_name": 0, "dose_bcg_1": 1, "dose_measles_1": 3}


def test_a_known_word_below_a_group_is_never_the_group():
    rows = [["HỘ NGHÈO", "", "HỘ CẬN NGHÈO", ""], ["STT", "Họ và tên", "STT", "Họ và tên"], ["1", "Lưu Gia Hân", "1", "Võ Thành Đạt"]]
    found = heading.find_heading(rows, poor_households.COLUMNS)
    assert found.places == {"number": 0, "full_name": 1}
    left, right = heading.beside(rows, found, poor_households.COLUMNS)
    assert (left[0].places, right[0].places) == ({"number": 0, "full_name": 1}, {"number": 2, "full_name": 3})


@pytest.mark.parametrize("row", [["", "A", "CHUYỂN ĐẾN", ""], ["I.", "Tên", "", ""]])
def test_a_line_between_children_is_no_heading(row):
    assert heading.is_line(row)
    assert not heading.is_line(["", "Cha", "Mẹ", ""])


@pytest.mark.parametrize(
    ("group", "below", "clinic"),
    [
        ("Nơi đăng ký KCB ban đầu", ["Tỉnh", "Bệnh viện"], 3),
        ("KCB ban đầu", ["Mã", "Tên cơ sở"], 3),
        ("KCB ban đầu", ["Tên", "Mã"], 2),
        ("KCB ban đầu", ["Mã tỉnh", "Mã cơ sở"], 2),
    ],
)
def test_the_word_that_names_a_clinic_is_the_clinic_wherever_it_stands(group, below, clinic):
    rows = [["Họ và tên", "Số thẻ BHYT", group, ""], ["", "", *below], ["Lưu Gia Hân", "TE1922212345678", "92", "TYT"]]
    assert places(health_insurance.COLUMNS, *rows)["clinic"] == clinic


def test_a_row_under_titles_over_several_columns_is_heading_whatever_its_words():
    rows = [
        ["Họ và tên", "Ngày chuyển", "Nơi đến", ""],
        ["", "", "Xã, phường", "Tỉnh, thành phố"],
        ["Lưu Gia Hân", "03/11/2026", "Tân An", "X"],
    ]
    assert places(moves.COLUMNS, *rows) == {"full_name": 0, "moved_on": 1, "to_commune": 2, "to_province": 3}
    rows[1] = ["", "", "Tên gọi", "Gần đâu"]
    found = heading.find_heading(rows, moves.COLUMNS)
    assert (found.depth, found.unknown) == (2, ("Nơi đến Gần đâu",))


@pytest.mark.parametrize(
    "row",
    [
        ["Lưu Gia Hân", "", "Tân An", "Tây Ninh"],
        ["", "", "x", "x"],
        ["", "", "Khu vực 3", "Tổ 2"],
        ["", "", "Tân An", ""],
        ["", "", "", "Tân An"],
        [""] * 4,
    ],
)
def test_a_row_with_a_name_with_marks_with_figures_is_no_heading(row):
    rows = [["Họ và tên", "Ngày chuyển", "Nơi đến", ""], row, ["Lê Văn An", "03/11/2026", "Tân An", "Tây Ninh"]]
    assert heading.find_heading(rows, moves.COLUMNS).depth == 1

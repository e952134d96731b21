"""Words below a title over several columns: what they say with it, what they do not say alone."""

import pytest

from mangnon.intake.formats import health_insurance, immunisation, poor_households
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

"""Rows that say how to fill in the others."""

import pytest

from mangnon.intake.rules import hints, reading

PLACES = {"number": 0, "full_name": 1, "birth_date": 2, "sex": 3, "ethnicity": 4, "personal_number": 5, "hamlet": 6}


def cells(*raw):
    return reading.cells_of(raw, PLACES)


@pytest.mark.parametrize(
    "raw",
    [
        ("", "(ghi như giấy khai sinh)", "dd/mm/yyyy", "Nam/Nữ", "", "12 số"),
        ("", "Ghi chữ in hoa, có dấu", "(ngày/tháng/năm)", "Nam hoặc Nữ", "", "gồm 12 chữ số"),
        ("", "bắt buộc", "bắt buộc", "bắt buộc", "nếu có", "nếu có"),
        ("(1)", "Viết đủ họ tên", "DD-MM-YYYY", "chọn trong danh sách"),
        ("", "VD: Nguyễn Văn A", "05/06/2022", "Nam"),
        ("1", "Ví dụ: Nguyễn Văn A", "05/06/2022", "Nam"),
    ],
)
def test_a_row_of_hints_is_no_child(raw):
    assert hints.is_hint(cells(*raw))
    assert not reading.is_child_row(cells(*raw), raw)


@pytest.mark.parametrize(
    "raw",
    [
        ("1", "Vi Dụ", "05/06/2022", "Nam"),
        ("1", "Võ Danh", "chưa rõ", "Nam/Nữ", "Kinh"),
        ("1", "Lưu Gia Hân", "ghi sau", "Nữ", "Kinh", "ghi sau"),
    ],
)
def test_a_child_is_none(raw):
    assert not hints.is_hint(cells(*raw))
    assert reading.is_child_row(cells(*raw), raw)


def test_what_a_form_has_in_every_row_makes_no_child():
    assert not reading.is_child_row(cells("5", "", "", "Nam", "Kinh", "", "Khu vực 1"), ("5", "", "", "Nam", "Kinh", "", "Khu vực 1"))
    assert reading.is_child_row(cells("5", "", "2019", "Nam", "Kinh"), ("5", "", "2019", "Nam", "Kinh"))
    assert reading.is_child_row(cells("5", "", "", "Nam", "Kinh"), ("5", "", "", "Nam", "Kinh", "", "", "chưa đặt tên"))

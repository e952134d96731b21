"""Telephone numbers as lists write them."""

import pytest

from mangnon.intake.rules import phones


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0912345678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("912345678", "0912345678"),
        ("01631234567", "0331234567"),
        ("0120 123 4567", "0701234567"),
        ("1631234567", "0331234567"),
        ("0292 3812345", "02923812345"),
        ("07103812345", "02923812345"),
        ("2923812345", "02923812345"),
        ("O912345678", "0912345678"),
        ("０９１２３４５６７８", "0912345678"),
        ("912345678.0", "0912345678"),
        ("0912345678 (mẹ)", "0912345678"),
        ("ĐT: 0912345678", "0912345678"),
        ("mẹ 0912 345 678 gọi buổi tối", "0912345678"),
        ("(+84) 912 345 678", "0912345678"),
    ],
)
def test_one_way_of_writing(text, number):
    assert phones.read_phone(text) == number


@pytest.mark.parametrize("text", ["12345", "+1 202 555 0100", "không có", "9.1E+08", "0112345678901", "Tổ 5 0912345678"])
def test_no_number_to_call(text):
    assert phones.read_phone(text) is None


def test_the_first_of_several_is_kept():
    assert phones.for_the_register("không nghe / 0912345678") == "0912345678"
    assert phones.for_the_register("hỏi ấp trưởng") == "hỏi ấp trưởng"

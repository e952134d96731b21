"""Telephone numbers as lists write them."""

import pytest

from mangnon.intake.rules import phones
from mangnon.register.vocabulary.people import CarerRole


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
    assert phones.for_the_register("0939 123 456 0907 111 222") == "0939123456"
    assert phones.for_the_register("x") == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("0939123456 0907111222", ("0939123456", "0907111222")),
        ("0939123456\n0907111222", ("0939123456", "0907111222")),
        ("0939 123 456 0907 111 222", ("0939 123 456", "0907 111 222")),
        ("mẹ 0939123456 cha 0907111222", ("mẹ 0939123456", "cha 0907111222")),
        ("bà nội 0939123456 mẹ: 0907111222", ("bà nội 0939123456", "mẹ: 0907111222")),
        ("ĐT: 0939123456 0907111222", ("ĐT: 0939123456", "0907111222")),
        ("+84 939 123 456 (0292) 3812345", ("+84 939 123 456", "(0292) 3812345")),
        ("0939 123 456", ("0939 123 456",)),
        ("0939123456 / 0907111222", ("0939123456", "0907111222")),
        ("0939123456 09071112", ("0939123456 09071112",)),
        ("0939123456 0907111222 0907111333", ("0939123456 0907111222 0907111333",)),
    ],
)
def test_the_numbers_of_a_cell(text, parts):
    assert phones.several(text) == parts


FATHER, MOTHER, GUARDIAN = CarerRole.FATHER, CarerRole.MOTHER, CarerRole.GUARDIAN


@pytest.mark.parametrize(
    ("text", "named", "given"),
    [
        ("0939123456", [FATHER, MOTHER], {FATHER: "0939123456"}),
        ("0939123456 (mẹ)", [FATHER, MOTHER], {MOTHER: "0939123456 (mẹ)"}),
        ("0939123456 (ba) / 0907111222 (má)", [FATHER, MOTHER], {FATHER: "0939123456 (ba)", MOTHER: "0907111222 (má)"}),
        ("C: 0939123456; M: 0907111222", [FATHER, MOTHER], {FATHER: "C: 0939123456", MOTHER: "M: 0907111222"}),
        ("M 0907111222, C.0939123456", [FATHER, MOTHER], {FATHER: "C.0939123456", MOTHER: "M 0907111222"}),
        ("0907111222 (m)", [FATHER, MOTHER], {MOTHER: "0907111222 (m)"}),
        ("0907111222; mẹ 0939123456", [FATHER, MOTHER], {MOTHER: "mẹ 0939123456", FATHER: "0907111222"}),
        ("0939123456 (bà nội)", [FATHER, GUARDIAN], {GUARDIAN: "0939123456 (bà nội)"}),
        ("0939123456 (bà nội)", [FATHER], {FATHER: "0939123456 (bà nội)"}),
        ("0939123456 / 0907111222", [FATHER, MOTHER], {FATHER: "0939123456"}),
        ("hỏi ấp trưởng", [MOTHER], {MOTHER: "hỏi ấp trưởng"}),
        ("0939123456", [], {}),
        ("", [FATHER], {}),
    ],
)
def test_whose_each_number_is(text, named, given):
    assert phones.dealt(text, named) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("0939123456", {MOTHER: "0939123456"}),
        ("0907111222", {}),
        ("0907111222; 0939123456", {MOTHER: "0939123456"}),
        ("cha: 0939123456", {}),
    ],
)
def test_who_has_a_number_of_their_own_gets_none_of_those_of_all(text, given):
    assert phones.dealt(text, [FATHER, MOTHER], {FATHER: "0907 111 222"}) == given


@pytest.mark.parametrize("text", ["K có", "không có ĐT", "chưa có số", "hông xài", "x"])
def test_words_that_there_is_no_telephone_are_none(text):
    assert phones.for_the_register(text) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [("(0939 123 456)", "0939 123 456"), (" - 0939123456, sn 1990", "0939123456"), (", sn 1990, CCCD 092190001234", ""), ("", "")],
)
def test_a_number_beside_a_name(text, number):
    assert phones.beside_name(text) == number

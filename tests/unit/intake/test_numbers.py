"""Personal numbers with words about them."""

import pytest

from mangnon.intake.rules import numbers

NUMBER = "092219001234"


@pytest.mark.parametrize(
    "text",
    [
        "CCCD: 092219001234", "092219001234 (ĐD)", '="092219001234"', "ĐDCN 092219001234", "Số định danh: 092.219.001.234",
        "092219001234 (định danh cá nhân)", "092219001234", "MSĐD: 092219001234", "MSĐDCN 092219001234", "MĐD 092219001234",
        "Số ĐD: 092219001234",
    ],
)  # fmt: skip
def test_what_says_only_that_it_is_the_number(text):
    assert numbers.bare(text) == NUMBER


@pytest.mark.parametrize(
    "text", ["092219001234 (mẹ)", "CMND 341234567", "CMND: 341234567", "092219001234/092219001235", "O92219001234", "92322007731.0"]
)
def test_what_may_be_another_number_stays_for_a_person(text):
    assert numbers.bare(text) == text


def test_a_cross_is_no_number():
    assert [numbers.bare(text) for text in ("x", "X", "xx")] == ["", "", ""]

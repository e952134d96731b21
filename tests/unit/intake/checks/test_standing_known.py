import pytest

from tests.unit.intake.checks.rows import only, said


@pytest.mark.parametrize("text", ["Hộ nghèo 2024", "Có", "tái nghèo"])
def test_what_may_no_longer_be_so_is_asked(text):
    assert "Không hiểu" in only("standing_known", poverty=text).what


def test_a_bare_cross_says_nothing():
    assert "Không hiểu “x”" in only("standing_known", poverty="x").what


@pytest.mark.parametrize(
    "text", ["", "Không", "Hộ nghèo", "cận nghèo", "HN", "HCN", "Khá", "Cận", "BT", "thoát nghèo", "Đã thoát nghèo năm 2025"]
)
def test_usual_words_pass(text):
    assert said("standing_known", poverty=text) == []

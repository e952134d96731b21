import pytest

from tests.unit.intake.checks.rows import only, said


def test_a_bare_cross_says_nothing():
    assert "Không hiểu “x”" in only("standing_known", poverty="x").what


@pytest.mark.parametrize("text", ["", "Không", "Hộ nghèo", "cận nghèo", "HN", "HCN", "Khá"])
def test_usual_words_pass(text):
    assert said("standing_known", poverty=text) == []

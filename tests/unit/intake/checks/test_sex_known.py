import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_unknown_words_must_be_fixed_and_the_number_helps():
    finding = only("sex_known", sex="x")
    assert finding.severity is Severity.MUST_FIX
    assert [way.value for way in finding.suggestions] == ["Nữ"]


def test_an_empty_cell_is_noted():
    assert only("sex_known", sex="", personal_number="").severity is Severity.NOTE


@pytest.mark.parametrize("text", ["Nam", "nữ", "Bé gái", "Chưa xác định", "NU", "Nam giới", "trẻ nữ", "cháu trai"])
def test_words_of_every_day_pass(text):
    assert said("sex_known", sex=text) == []

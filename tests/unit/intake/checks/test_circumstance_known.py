import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_words_outside_the_law_are_asked():
    finding = only("circumstance_known", circumstances="Khuyết tật nặng; con thương binh")
    assert finding.severity is Severity.QUESTION
    assert "con thương binh" in finding.what


@pytest.mark.parametrize("text", ["", "Không", "khuyết tật", "NĐ 56/2017 Điều 6 khoản 2", "Trẻ em bị bỏ rơi"])
def test_words_of_the_law_pass(text):
    assert said("circumstance_known", circumstances=text) == []

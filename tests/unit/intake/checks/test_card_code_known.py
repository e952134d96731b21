import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of

RULE = "card_code_known"


@pytest.mark.parametrize("number", ["XX9999999999999", "TE9921234567890"])
def test_a_code_nobody_has_is_asked(number):
    ((column, severity, message),) = said_of(RULE, "health-insurance", card=number)
    assert (column, severity) == ("card", Severity.QUESTION)
    assert number in message


@pytest.mark.parametrize("number", ["TE1929212345678", "HN4929212345695", "DT2939212345702", "9212345694", "chưa có"])
def test_usual_cards_pass(number):
    assert said_of(RULE, "health-insurance", card=number) == []

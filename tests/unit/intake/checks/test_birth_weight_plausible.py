from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_weight_nobody_has():
    ((column, severity, message),) = said_of("birth_weight_plausible", "births", weight="32")
    assert (column, severity) == ("weight", Severity.QUESTION)
    assert message == "Cân nặng khi sinh 32 gam khác thường. Xem lại giấy chứng sinh."


def test_grams_and_kilograms():
    for text in ("3200", "3.200 g", "3,2", "3,2 kg"):
        assert said_of("birth_weight_plausible", "births", weight=text) == []


def test_no_answer_makes_a_weight_right_that_the_register_cannot_hold():
    ((_, severity, _),) = said_of("birth_weight_plausible", "births", weight="45 kg")
    assert severity is Severity.MUST_FIX
    assert said_of("birth_weight_plausible", "births", weight="9" * 400) == []  # no weight at all: value_readable tells

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_birth_long_ago_in_a_list_of_the_month():
    ((column, severity, message),) = said_of("birth_within_months", "births", birth_date="05/11/2020")
    assert (column, severity) == ("birth_date", Severity.QUESTION)
    assert message.startswith("Trẻ sinh 05/11/2020, đã hơn một năm.")


def test_a_birth_of_the_month():
    assert said_of("birth_within_months", "births", birth_date="05/11/2026") == []

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_a_year_or_a_month_is_noted():
    assert only("birth_date_partial", birth_date="2022").what == "Mới biết năm sinh."
    assert only("birth_date_partial", birth_date="06/2022").what == "Mới biết tháng và năm sinh."
    assert only("birth_date_partial", birth_date="2022").severity is Severity.NOTE


def test_a_whole_date_is_not():
    assert said("birth_date_partial") == []

import pytest

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, said_of

RULE = "birth_as_in_register"


def test_another_birth_is_said():
    ((column, severity, message),) = said_of(RULE, "poor-households", Link(child=known()), birth_date="06/05/2022")
    assert (column, severity) == ("birth_date", Severity.NOTE)
    assert message.startswith("Ngày sinh ghi 06/05/2022, sổ ghi 05/06/2022 (TE-000007 Lưu Gia Hân).")


@pytest.mark.parametrize("text", ["05/06/2022", "06/2022", "2022", ""])
def test_what_agrees_as_far_as_it_goes_is_not(text):
    assert said_of(RULE, "poor-households", Link(child=known()), birth_date=text) == []


def test_another_year_or_month_is_said_too():
    assert len(said_of(RULE, "poor-households", Link(child=known()), birth_date="2021")) == 1
    assert len(said_of(RULE, "poor-households", Link(child=known()), birth_date="05/2022")) == 1

from datetime import date

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, said_of


def test_a_death_before_birth():
    ((column, severity, message),) = said_of("days_after_birth", "deaths", birth_date="05/06/2022", died_on="12/10/2021")
    assert (column, severity) == ("died_on", Severity.MUST_FIX)
    assert message == "Ngày mất 12/10/2021 trước ngày sinh 05/06/2022. Xem lại giấy tờ: một trong hai ngày sai."


def test_a_dose_before_the_birth_the_register_knows():
    ((column, _, _),) = said_of("days_after_birth", "immunisation", Link(child=known(born=date(2022, 6, 5))), dose_bcg_1="01/06/2022")
    assert column == "dose_bcg_1"


def test_a_month_may_reach_past_the_birth():
    assert said_of("days_after_birth", "deaths", birth_date="05/06/2022", died_on="06/2022") == []

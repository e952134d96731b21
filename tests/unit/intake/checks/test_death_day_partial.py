from datetime import date

import pytest

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, said_of

LINK = Link(child=known(born=date(2020, 1, 5)))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2025", "Mới biết năm mất; hồ sơ sẽ đóng từ ngày 31/12/2025."),
        ("02/2026", "Mới biết tháng và năm mất; hồ sơ sẽ đóng từ ngày 28/02/2026."),
        ("2026", "Mới biết năm mất; hồ sơ sẽ đóng từ ngày 23/11/2026."),
    ],
)
def test_a_year_or_a_month_is_noted_with_the_day_the_record_is_closed(text, what):
    ((column, severity, message),) = said_of("death_day_partial", "deaths", LINK, full_name="Lưu Gia Hân", died_on=text)
    assert (column, severity) == ("died_on", Severity.NOTE)
    assert message.startswith(what)


@pytest.mark.parametrize("text", ["12/10/2026", "", "hôm qua"])
def test_a_whole_day_and_no_date_pass(text):
    assert said_of("death_day_partial", "deaths", LINK, full_name="Lưu Gia Hân", died_on=text) == []

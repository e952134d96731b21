from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_required_cell_left_empty():
    ((column, severity, message),) = said_of("required_present", "deaths", full_name="Lưu Gia Hân", birth_date="05/06/2022")
    assert (column, severity) == ("died_on", Severity.MUST_FIX)
    assert message == "Thiếu ngày mất. Ghi vào ô này. Ví dụ: 12/10/2026."


def test_nothing_missing():
    assert said_of("required_present", "deaths", full_name="Lưu Gia Hân", died_on="12/10/2026") == []

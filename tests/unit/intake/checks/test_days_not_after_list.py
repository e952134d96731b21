from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_dose_that_lies_ahead():
    ((column, severity, message),) = said_of("days_not_after_list", "immunisation", dose_bcg_1="05/12/2026")
    assert (column, severity) == ("dose_bcg_1", Severity.MUST_FIX)
    assert message == "Lao (BCG) 05/12/2026 sau ngày nhận danh sách 23/11/2026. Xem lại ngày, nhất là năm."


def test_a_card_may_end_later():
    assert said_of("days_not_after_list", "health-insurance", card_since="01/01/2026", card_until="31/12/2026") == []

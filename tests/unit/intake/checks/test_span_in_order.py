from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_card_that_ends_before_it_begins():
    ((column, severity, message),) = said_of("span_in_order", "health-insurance", card_since="01/01/2026", card_until="31/12/2025")
    assert (column, severity) == ("card_until", Severity.MUST_FIX)
    assert message.startswith("Ngày kết thúc 31/12/2025 trước ngày bắt đầu 01/01/2026.")
    ((column, _, _),) = said_of("span_in_order", "health-insurance", card_span="01/01/2026 - 31/12/2025")
    assert column == "card_span"


def test_a_span_in_order():
    assert said_of("span_in_order", "health-insurance", card_since="01/01/2026", card_until="31/12/2026") == []

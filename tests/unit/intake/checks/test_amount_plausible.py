from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_three_zeros_lost():
    ((column, severity, message),) = said_of("amount_plausible", "social-assistance", amount="750")
    assert (column, severity) == ("amount", Severity.QUESTION)
    assert message.startswith("Mức trợ cấp 750 đồng một tháng khác thường.")


def test_usual_amounts():
    for text in ("750.000", "1,5 triệu", "540000 đ"):
        assert said_of("amount_plausible", "social-assistance", amount=text) == []


def test_sums_in_the_unit_of_the_title():
    banner = "CHI TRẢ THÁNG 11; Đơn vị tính: 1.000 đồng"
    for text in ("750", "1.125", "750.000"):
        assert said_of("amount_plausible", "social-assistance", amount=text, banner=banner) == []
    assert len(said_of("amount_plausible", "social-assistance", amount="75.000", banner=banner)) == 1
    assert len(said_of("amount_plausible", "social-assistance", amount="750", banner="Đơn vị tính: đồng")) == 1
    assert said_of("amount_plausible", "social-assistance", amount="1", banner="ĐVT: triệu đồng") == []


def test_no_answer_makes_a_sum_right_that_the_register_cannot_hold():
    ((_, severity, _),) = said_of("amount_plausible", "social-assistance", amount="5.400.000.000")
    assert severity is Severity.MUST_FIX

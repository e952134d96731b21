from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of

RULE = "leaving_day_means_left"


def test_a_day_of_leaving_without_a_state_is_asked():
    ((column, severity, message),) = said_of(RULE, "school-roll", left_on="15/10/2026")
    assert (column, severity) == ("left_on", Severity.MUST_FIX)
    assert message.startswith("Có ngày nghỉ học 15/10/2026 mà tình trạng là đang học.")


def test_a_pupil_who_left_has_such_a_day():
    assert said_of(RULE, "school-roll", left_on="15/10/2026", state="Bỏ học") == []
    assert said_of(RULE, "school-roll", left_on="15/10/2026", left_mark="x") == []
    assert said_of(RULE, "school-roll", state="Đang học") == []

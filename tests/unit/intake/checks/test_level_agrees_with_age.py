from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_baby_in_the_ninth_class():
    ((column, severity, message),) = said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2024", class_name="9A1")
    assert (column, severity) == ("class_name", Severity.QUESTION)
    assert message.startswith("Trẻ 2 tuổi mà ghi cấp Trung học cơ sở.")


def test_a_late_starter_is_not_asked():
    assert said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2014", class_name="4A") == []

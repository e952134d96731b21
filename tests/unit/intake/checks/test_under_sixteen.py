from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_sixteen_is_asked():
    finding = only("under_sixteen", birth_date="23/11/2010")
    assert finding.severity is Severity.QUESTION
    assert finding.what == "Trẻ đủ 16 tuổi từ 23/11/2026."


def test_the_last_day_of_childhood():
    assert said("under_sixteen", birth_date="24/11/2010") == []

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_unknown_help_is_noted():
    assert only("help_known", help="cho gạo").severity is Severity.NOTE


def test_help_of_the_form_passes():
    assert said("help_known", help="Trợ cấp xã hội; BHYT") == []

from mangnon.intake import checks
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import enriching, said_of

RULE = "class_certain"


def test_two_classes_are_asked_about():
    context, row = enriching("school-roll", full_name="Lưu Gia Hân", class_name="3A1 | 3A2")
    (finding,) = checks.every()[RULE](row, context)
    assert (finding.column, finding.severity) == ("class_name", Severity.QUESTION)
    assert [way.value for way in finding.suggestions] == ["3A1", "3A2"]


def test_one_class_is_left_alone():
    assert said_of(RULE, "school-roll", full_name="Lưu Gia Hân", class_name="3A1") == []
    assert said_of(RULE, "school-roll", full_name="Lưu Gia Hân") == []

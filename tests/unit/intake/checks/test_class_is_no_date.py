import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, said_of

RULE = "class_is_no_date"


@pytest.mark.parametrize(("text", "meant"), [("09/01/2026", ["9/1", "1/9"]), ("46031", ["9/1", "1/9"]), ("2026-01-09", ["9/1", "1/9"])])
def test_a_class_made_a_date_is_asked(text, meant):
    context, row = enriching("school-roll", class_name=text)
    (finding,) = checks.every()[RULE](row, context)
    assert finding.severity == Severity.MUST_FIX
    assert [way.value for way in finding.suggestions] == meant


@pytest.mark.parametrize("text", ["9/1", "7.2", "4A", "5 tuổi A", "1", "Lá 2", ""])
def test_names_of_classes_pass(text):
    assert said_of(RULE, "school-roll", class_name=text) == []

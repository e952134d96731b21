from dataclasses import replace

from mangnon.intake import checks
from mangnon.intake.rules.linking import NEW
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, only, read, said

FIRST = replace(CONTEXT, first_row=23)


def test_numbers_of_the_senders_own_are_told_once():
    finding = only("child_code_written", FIRST, child_code="1")
    assert (finding.severity, "số riêng của nơi gửi (“1”)" in finding.what) == (Severity.NOTE, True)
    assert said("child_code_written", FIRST, 24, child_code="2") == []
    assert only("child_code_written", FIRST, child_code="TE92311200001").severity is Severity.NOTE
    assert said("child_code_written", FIRST, 24, child_code="TE92311200002") == []


def test_a_code_written_wrongly_is_asked():
    assert only("child_code_written", child_code="TE-00O12").severity is Severity.QUESTION
    chosen = read(child_code="12")._replace(corrected=frozenset({"child_code"}))
    (finding,) = checks.every()["child_code_written"](chosen, CONTEXT)
    assert [way.value for way in finding.suggestions] == ["", ""]


def test_codes_and_empty_cells():
    for text in ("TE-000012", NEW, "", "không có"):
        assert said("child_code_written", FIRST, child_code=text) == []

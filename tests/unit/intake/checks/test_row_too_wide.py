"""Rows of a text file with more cells than the others are asked about."""

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_row_too_wide():
    finding = only("row_too_wide", aside="<> 0900000002 | G: đã mất")
    assert (finding.column, finding.severity) == ("full_name", Severity.QUESTION)
    assert finding.what.startswith("Dòng này có nhiều ô hơn các dòng khác (thừa “0900000002”)")
    assert [way.label for way in finding.suggestions] == ["Các ô đúng cột, vẫn ghi"]
    assert said("row_too_wide") == said("row_too_wide", aside="G: đã mất") == said("row_too_wide", aside="~~") == []

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_an_old_encoding_must_be_converted():
    finding = only("legacy_encoding", mother_name="NguyÔn ThÞ Lan")
    assert (finding.column, finding.severity) == ("mother_name", Severity.MUST_FIX)
    assert "TCVN3" in finding.what


def test_unicode_passes():
    assert said("legacy_encoding") == []

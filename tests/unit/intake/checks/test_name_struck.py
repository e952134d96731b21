"""Struck-out names are asked about."""

from mangnon.intake.rules import asides
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_name_struck():
    finding = only("name_struck", aside="~~ | F: gửi lại")
    assert (finding.column, finding.severity) == ("full_name", Severity.QUESTION)
    assert finding.what.startswith("Họ và tên bị gạch ngang trong tệp")
    assert [way.label for way in finding.suggestions] == ["Gạch nhầm, vẫn ghi"]
    assert said("name_struck") == said("name_struck", aside="F: đã mất") == []
    assert list(asides.words("~~ | F: gửi lại | AB: mất 2024")) == [("F", "gửi lại", False), ("AB", "mất 2024", False)]

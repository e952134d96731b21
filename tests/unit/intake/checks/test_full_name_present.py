import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_a_row_without_a_name_must_be_fixed():
    finding = only("full_name_present", full_name="")
    assert (finding.column, finding.severity) == ("full_name", Severity.MUST_FIX)
    assert finding.what == "Thiếu họ và tên trẻ."


@pytest.mark.parametrize("text", ["0", "-", "chưa rõ", "n/a", "nt", "như trên"])
def test_what_is_no_name(text):
    finding = only("full_name_present", full_name=text)
    assert (finding.severity, finding.what) == (Severity.MUST_FIX, f"Ô họ và tên ghi “{text}”, không phải tên.")


def test_a_name_is_enough():
    assert said("full_name_present") == []

import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


@pytest.mark.parametrize("text", ["1O/03/2019", "1o/3/2019", "10/O3/2019", "10/03/2O19"])
def test_a_letter_read_as_a_figure_is_noted(text):
    finding = only("birth_date_letter", birth_date=text)
    assert finding.severity is Severity.NOTE
    assert finding.message == (f"Ngày sinh “{text}” có chữ O giữa các chữ số, đọc là 10/03/2019. Đúng như vậy thì không phải sửa.")


@pytest.mark.parametrize("text", ["10/03/2019", "10-Oct-2019", "theo 10/03/2019", "1O/13/2019", ""])
def test_other_dates_are_not(text):
    assert said("birth_date_letter", birth_date=text) == []

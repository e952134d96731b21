import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_eleven_figures():
    finding = only("number_format", personal_number="09221800442")
    assert finding.severity is Severity.MUST_FIX
    assert finding.message == "Số định danh có 11 chữ số, cần đủ 12. Nếu chưa có số, để trống ô; hồ sơ vẫn ghi được."


def test_a_zero_lost_in_a_spreadsheet_is_proposed_where_the_sex_speaks_against_it():
    finding = only("number_format", personal_number="92322007731", birth_date="05/06/2022", sex="Nam")
    assert finding.suggestions[0].value == "092322007731"


@pytest.mark.parametrize("text", ["O92322007731", "092322007731 (mẹ)", "Sổ hộ khẩu: 092.322.007.731"])
def test_letters_are_asked_with_the_number_they_leave(text):
    finding = only("number_format", personal_number=text, birth_date="05/06/2022")
    assert finding.what == f"Số định danh “{text}” có ký tự không phải chữ số."
    assert [way.value for way in finding.suggestions] == ["092322007731", ""]
    assert [way.value for way in only("number_format", personal_number="mất giấy", birth_date="05/06/2022").suggestions] == [""]


def test_scientific_notation_cannot_be_undone():
    finding = only("number_format", personal_number="9.2322E+10")
    assert "Excel rút thành" in finding.what
    assert [way.value for way in finding.suggestions] == [""]


@pytest.mark.parametrize("text", ["", "092322007731", "092 322 007731", "092.322.007.731"])
def test_twelve_figures_or_nothing(text):
    assert said("number_format", personal_number=text) == []

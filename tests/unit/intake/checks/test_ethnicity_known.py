import pytest

from tests.unit.intake.checks.rows import only, said


def test_a_number_of_an_unnamed_list_is_not_read():
    assert only("ethnicity_known", ethnicity="04").what == "Dân tộc ghi mã số 04."


def test_unknown_names_are_noted():
    assert "Không nhận ra dân tộc" in only("ethnicity_known", ethnicity="Sao Hỏa").what


@pytest.mark.parametrize("text", ["", "Kinh", "Khmer", "hoa", "Dân tộc khác", "Chưa xác định"])
def test_names_pass(text):
    assert said("ethnicity_known", ethnicity=text) == []

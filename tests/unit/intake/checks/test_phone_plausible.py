import pytest

from tests.unit.intake.checks.rows import only, said


@pytest.mark.parametrize("text", ["09000", "0900000001; 123", "0900 000 - 001"])
def test_a_part_that_is_too_short_is_noted(text):
    assert "không đủ 10 chữ số" in only("phone_plausible", phone=text).what


@pytest.mark.parametrize(
    "text", ["", "0900000001", "+84 900 000 001", "0900.000.001 / 0900000002", "900000001", "0900000001 0900000002", "x", "bảo mật"]
)
def test_usual_forms_pass(text):
    assert said("phone_plausible", phone=text) == []

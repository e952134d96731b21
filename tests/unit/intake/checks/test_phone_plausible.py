import pytest

from tests.unit.intake.checks.rows import only, said


def test_too_short():
    assert "không đủ 10 chữ số" in only("phone_plausible", phone="09000").what


@pytest.mark.parametrize("text", ["", "0900000001", "+84 900 000 001", "0900.000.001 / 0900000002", "900000001"])
def test_usual_forms_pass(text):
    assert said("phone_plausible", phone=text) == []

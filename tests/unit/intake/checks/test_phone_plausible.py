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


def test_the_telephone_of_each_parent_is_looked_at_once():
    found = said("phone_plausible", phone="", father_phone="0900000001", mother_phone="09000")
    assert [column for column, *_ in found] == ["mother_phone"]
    assert len(said("phone_plausible", phone="", mother_name="", mother_phone="09000")) == 1

import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, read, said

BORN = {"birth_date": "05/06/2022", "sex": "Nữ"}


@pytest.mark.parametrize("text", ["92322007731", "92322007731.0", "MSĐD: 92322007731", "92 322 007 731", "92.322.007.731"])
def test_a_zero_lost_in_front_is_put_back_and_noted(text):
    finding = only("number_zero_back", personal_number=text, **BORN)
    assert finding.severity is Severity.NOTE
    assert finding.message == f"Số định danh “{text}” mất số 0 ở đầu, đọc là 092322007731. Đúng như vậy thì không phải sửa."
    assert read(personal_number=text, **BORN).personal_number == "092322007731"
    assert said("number_format", personal_number=text, **BORN) == []


def test_two_zeros_of_a_northern_number():
    assert read(personal_number="1322007731", **BORN).personal_number == "001322007731"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("92322007731", {"birth_date": "05/06/2021"}), ("92322007731", {"sex": "Nam"}), ("92322007731", {"birth_date": ""}),
        ("322007731", {}), ("0322007731", {}),
    ],
)  # fmt: skip
def test_a_number_that_may_be_another_is_left_to_a_person(text, changed):
    row = {**BORN, **changed}
    assert said("number_zero_back", personal_number=text, **row) == []
    assert read(personal_number=text, **row).personal_number == text
    assert only("number_format", personal_number=text, **row).severity is Severity.MUST_FIX


@pytest.mark.parametrize(
    "text", ["", "092322007731", "092 322 007 731", "０９２３２２００７７３１", "CCCD: 092.322.007.731", "092322007731 (mẹ)"]
)
def test_twelve_figures_need_no_word(text):
    assert said("number_zero_back", personal_number=text, **BORN) == []

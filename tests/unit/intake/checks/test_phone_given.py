import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_the_number_of_somebody_who_is_not_named_is_told_with_who_has_it_now():
    finding = only("phone_given", phone="0939123456 (bà nội)", father_name="Trần Văn Hùng", mother_name="Lê Thị Lan")
    assert finding.severity is Severity.NOTE
    assert finding.what == "Số “0939123456 (bà nội)” chưa biết ghi cho ai trong dòng; đang ghi 0939123456 cho Trần Văn Hùng."


def test_a_second_number_is_told():
    finding = only("phone_given", phone="0939123456 / 0907111222", father_name="Trần Văn Hùng")
    assert "“0907111222”" in finding.what
    assert "đang ghi 0939123456 cho Trần Văn Hùng" in finding.what


@pytest.mark.parametrize(
    "text", ["", "0939123456", "0939 123 456", "0939123456 (mẹ)", "cha 0939123456 mẹ 0907111222", "0939123456 / 0939.123.456", "x", "hỏi"]
)
def test_numbers_that_have_their_owner_pass(text):
    assert said("phone_given", phone=text, father_name="Trần Văn Hùng", mother_name="Lê Thị Lan") == []
